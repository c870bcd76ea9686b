package org.lenticular.data;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.location.Address;
import org.lenticular.protocol.Answer;

/** The answer where the copy is at another server: a GET is led there, a HEAD is told what is known here. */
final class CopyElsewhere {
    /** The next answer may lead to another copy: a place can fail, and a configuration can change. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** How long a signature lives on when a cache last hands it out: a client takes its time, and clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    // RFC 9110 §8.8.3; lists of what a bucket holds leave the quotes out.
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[!#-~]*\"");
    private static final Pattern BARE_ETAG = Pattern.compile("[!#-~]+");

    private CopyElsewhere() {}

    static Answer redirect(Address address) {
        return Answer.redirect(address.text(), caching(address));
    }

    private static String caching(Address address) {
        if (address.lifetime().isEmpty()) {
            return "public, max-age=" + LONGEST.toSeconds();
        }
        Duration left = address.lifetime().get().minus(MARGIN);
        Duration kept = left.compareTo(LONGEST) < 0 ? left : LONGEST;
        return "private, max-age=" + Math.max(0, kept.toSeconds());
    }

    /**
     * What a HEAD gets: not the redirect, since an address that is signed for GET refuses HEAD. What is not known is not told.
     *
     * @param source whose copy it would be
     */
    static Answer head(Product product, @Nullable String source) {
        if ("directory".equals(product.contentType())) {
            return new Answer(200, "", Map.of("Cache-Control", "no-cache"), Answer.NONE);
        }
        Held held = source == null ? null : product.held().get(source);
        Map<String, String> headers = new HashMap<>();
        headers.put("Cache-Control", "no-cache");
        headers.put("Accept-Ranges", "bytes");
        Long length = held == null || held.length() == null ? product.contentLength() : held.length();
        if (length != null) {
            headers.put("Content-Length", length.toString());
        }
        Optional<String> etag = etag(held == null ? null : held.etag());
        etag.ifPresent(value -> headers.put("ETag", value));
        String type = MediaType.of(product);
        if (MediaType.isText(type)
                && etag.filter(value -> value.startsWith("\"")).isEmpty()) {
            // A container that compresses texts would take the length away; what is told to be plain it leaves alone.
            headers.put("Content-Encoding", "identity");
        }
        return new Answer(200, type, headers, Answer.NONE);
    }

    private static Optional<String> etag(@Nullable String told) {
        if (told == null) {
            return Optional.empty();
        }
        String whole = BARE_ETAG.matcher(told).matches() ? '"' + told + '"' : told;
        return ETAG.matcher(whole).matches() ? Optional.of(whole) : Optional.empty();
    }
}
