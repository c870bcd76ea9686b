package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.FoundFile;

/** What a client has already of a file, and on which conditions it wants it (RFC 9110 §13). */
final class Conditions {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

    private final HttpServletRequest in;
    private final String etag;
    private final Instant modified;

    Conditions(HttpServletRequest in, FoundFile file) {
        this.in = in;
        this.etag = file.etag();
        // Headers know no parts of a second.
        this.modified = file.modified().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Whether the client has what this weak tag names (§13.1.2): tags are compared as if all were weak. {@code *} names nothing: an answer that is made
     * for this request may be a fault.
     */
    static boolean has(HttpServletRequest in, String weakTag) {
        List<String> tags = Collections.list(in.getHeaders("If-None-Match"));
        return !tags.contains("*") && matches(tags, tag -> tag.equals(weakTag) || weakTag.equals("W/" + tag));
    }

    /** Whether the client wants nothing, since the file is not what it takes it for (§13.2.2, steps 1 and 2): 412. */
    boolean failed() {
        List<String> tags = all("If-Match");
        if (!tags.isEmpty()) {
            return !matches(tags, etag::equals);
        }
        return date("If-Unmodified-Since").filter(modified::isAfter).isPresent();
    }

    /** Whether the client has it (steps 3 and 4): 304. */
    boolean unchanged() {
        List<String> tags = all("If-None-Match");
        if (!tags.isEmpty()) {
            return matches(tags, tag -> tag.equals(etag) || tag.equals("W/" + etag));
        }
        return date("If-Modified-Since")
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    /** The ranges that the client wants, where the file is still that of its If-Range (step 5); null where it is to get all. */
    @Nullable
    String range() {
        List<String> ranges = all("Range");
        List<String> conditions = all("If-Range");
        if (ranges.size() != 1 || conditions.size() > 1) {
            return null;
        }
        if (conditions.isEmpty()) {
            return ranges.get(0);
        }
        String condition = conditions.get(0).strip();
        // A weak tag never fits: bytes of two files would be put together (§13.1.5).
        boolean same = condition.equals(etag)
                || HttpDate.parse(condition).filter(modified::equals).isPresent();
        return same ? ranges.get(0) : null;
    }

    private static boolean matches(List<String> headers, Predicate<String> same) {
        return headers.stream()
                .anyMatch(header -> header.strip().equals("*")
                        || ETAG.matcher(header)
                                .results()
                                .map(MatchResult::group)
                                .anyMatch(same));
    }

    private List<String> all(String header) {
        return Collections.list(in.getHeaders(header));
    }

    private Optional<Instant> date(String header) {
        return Optional.ofNullable(in.getHeader(header)).flatMap(HttpDate::parse);
    }
}
