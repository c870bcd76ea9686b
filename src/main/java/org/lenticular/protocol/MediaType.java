package org.lenticular.protocol;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type as clients write it, in any case and with blanks anywhere between its parts (RFC 9110 §8.3.1).
 *
 * @param type without its parameters, in lower case, such as {@code text/csv}
 * @param parameters by name, all in lower case
 */
record MediaType(String type, Map<String, String> parameters) {
    /** Any text is taken for one; what is no parameter is left out. */
    static MediaType of(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(";");
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parts[i].substring(0, equals).strip(),
                        parts[i].substring(equals + 1).strip().replace("\"", ""));
            }
        }
        // A literal + that a client forgot to encode arrives as a blank.
        String type = parts.length == 0 ? "" : parts[0].strip().replace("x-votable xml", "x-votable+xml");
        return new MediaType(type, Map.copyOf(parameters));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
