package org.lenticular.sia;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.lenticular.fault.FaultException;
import org.lenticular.query.WantedFormats;

/** FORMAT: keywords and media types by commas (SIA 1.0 §4.1.4). A type that nobody knows is no error: no image has it. */
final class ImageFormats {
    static final List<String> KEYWORDS = List.of("ALL", "GRAPHIC", "GRAPHIC-ALL", "METADATA");

    private static final List<String> GRAPHIC = List.of("image/jpeg", "image/png", "image/gif");
    private static final String RANKED = "GRAPHIC-";
    /** A query's size grows with the square of what is ranked. */
    private static final int MOST = 50;

    private ImageFormats() {}

    /** Whether the client asks for no images, and only what this service can do. */
    static boolean asksForMetadata(String format) {
        return Stream.of(format.split(",")).anyMatch(clause -> clause.strip().equalsIgnoreCase("METADATA"));
    }

    /**
     * Which formats the client wants; nothing is every one.
     *
     * @throws FaultException where the list cannot be read
     */
    static WantedFormats read(String format) {
        if (format.isBlank()) {
            return WantedFormats.ALL;
        }
        Set<String> anyOf = new LinkedHashSet<>();
        List<String> clauses = Stream.of(format.split(","))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
        for (int i = 0; i < clauses.size(); i++) {
            String clause = clauses.get(i);
            String keyword = clause.toUpperCase(Locale.ROOT);
            if (keyword.equals("ALL")) {
                return WantedFormats.ALL;
            } else if (keyword.equals("GRAPHIC") || keyword.equals("GRAPHIC-ALL")) {
                anyOf.addAll(GRAPHIC);
            } else if (keyword.startsWith(RANKED)) {
                return new WantedFormats(false, List.copyOf(anyOf), ranked(format, clauses.subList(i, clauses.size())));
            } else if (clause.contains("/")) {
                anyOf.addAll(WantedFormats.namesOf(clause));
                requireFew(anyOf);
            } else {
                throw FaultException.usage(
                        "FORMAT",
                        format,
                        "is no list of formats; use media types such as image/fits, or ALL, GRAPHIC, GRAPHIC-jpeg,png, METADATA");
            }
        }
        return clauses.isEmpty() ? WantedFormats.ALL : new WantedFormats(false, List.copyOf(anyOf), List.of());
    }

    /** All behind {@code GRAPHIC-} is its list, in order of preference: it is the last clause. */
    private static List<String> ranked(String format, List<String> clauses) {
        Set<String> ranked = new LinkedHashSet<>();
        for (String clause : clauses) {
            String name = clause.toLowerCase(Locale.ROOT)
                    .replaceFirst("^graphic-", "")
                    .replaceFirst("^image/", "");
            if (!name.matches("[a-z0-9.+-]+")) {
                throw FaultException.usage(
                        "FORMAT",
                        format,
                        "must end with the graphic formats in order of preference, such as GRAPHIC-jpeg,png");
            }
            ranked.add("image/" + (name.equals("jpg") ? "jpeg" : name));
            requireFew(ranked);
        }
        return List.copyOf(ranked);
    }

    private static void requireFew(Set<String> formats) {
        if (formats.size() > MOST) {
            throw FaultException.usage("FORMAT: more than " + MOST + " formats; send fewer, or ALL");
        }
    }
}
