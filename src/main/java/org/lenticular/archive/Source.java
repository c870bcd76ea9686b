package org.lenticular.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named place that products can be fetched from, as clients name it: {@code main-server}, {@code aws:us-east1}, {@code gc}.
 *
 * @param name what clients send
 * @param title what people read (the OPTION's name)
 * @param aliases other spellings that name it too
 * @param advertised whether it is offered even where it holds nothing of a collection
 * @param linkAuth whether one must be logged in there, where the operator says so; null otherwise
 */
public record Source(
        String name,
        String title,
        List<String> aliases,
        boolean advertised,
        @Nullable LinkAuth linkAuth) {
    public Source {
        aliases = List.copyOf(aliases);
    }

    /** A source of which the operator does not say whether one must be logged in. */
    public Source(String name, String title, List<String> aliases, boolean advertised) {
        this(name, title, aliases, advertised, null);
    }

    /** The same source, as one collection has it. */
    public Source withLinkAuth(LinkAuth auth) {
        return new Source(name, title, aliases, advertised, auth);
    }
}
