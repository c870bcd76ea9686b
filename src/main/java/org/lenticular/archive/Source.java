package org.lenticular.archive;

import java.util.List;

/**
 * A named place that products can be fetched from, as clients name it: {@code main-server}, {@code aws:us-east1}, {@code gc}.
 *
 * @param name what clients send
 * @param title what people read (the OPTION's name)
 * @param aliases other spellings that name it too
 * @param advertised whether it is offered even where it holds nothing of a collection
 */
public record Source(String name, String title, List<String> aliases, boolean advertised) {
    public Source {
        aliases = List.copyOf(aliases);
    }
}
