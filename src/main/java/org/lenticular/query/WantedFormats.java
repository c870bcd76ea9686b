package org.lenticular.query;

import java.util.List;
import java.util.Locale;

/**
 * Which media types the images may have; compared without regard to case. An image is wanted where its type is in {@code anyOf}, or where it is
 * the best of {@code ranked} that its dataset has.
 *
 * @param all every format, and nothing else is asked
 * @param anyOf each of these
 * @param ranked the first of these that a dataset has
 */
public record WantedFormats(boolean all, List<String> anyOf, List<String> ranked) {
    /** Every format. */
    public static final WantedFormats ALL = new WantedFormats(true, List.of(), List.of());

    /**
     * The names, in lower case, that a media type has where it is asked for: the two of FITS are one format (design: addresses).
     */
    public static List<String> namesOf(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals("image/fits") || lower.equals("application/fits")
                ? List.of("image/fits", "application/fits")
                : List.of(lower);
    }

    public WantedFormats {
        anyOf = List.copyOf(anyOf);
        ranked = List.copyOf(ranked);
    }
}
