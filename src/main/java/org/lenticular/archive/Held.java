package org.lenticular.archive;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one product at one source, where that is not what the source's rule says.
 *
 * @param there whether the source holds a copy
 * @param at the copy's own path at that place, or its whole location; null where it is the product's path
 * @param length bytes of the copy; of a directory, of all that is in it; null when unknown
 * @param etag as HTTP writes it, in quotes (RFC 9110 §8.8.3); one without gets them; null when unknown
 */
public record Held(
        boolean there,
        @Nullable String at,
        @Nullable Long length,
        @Nullable String etag) {
    /** The source has no copy of this product. */
    public static final Held NOT = new Held(false, null, null, null);

    /** The source has a copy by the product's own path, of which no more is known. */
    public static final Held THERE = new Held(true, null, null, null);

    private static final Pattern ETAG = Pattern.compile("(W/)?(\"[!#-~\\x{80}-\\x{FF}]*\"|[!#-~\\x{80}-\\x{FF}]+)");

    public Held {
        if (etag != null && !etag.endsWith("\"")) {
            etag = etag.isEmpty() ? null : '"' + etag + '"';
        }
    }

    /** Whether the text can be an ETag, with or without its quotes: what else it held would break a header. */
    public static boolean isEtag(String text) {
        return ETAG.matcher(text).matches();
    }

    public static Held at(String pathOrLocation) {
        return new Held(true, pathOrLocation, null, null);
    }
}
