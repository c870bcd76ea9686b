package org.lenticular.load;

import java.util.Optional;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;

/**
 * What a table gives as the place of a file: a product's path, or a whole address that one is made of.
 *
 * @param path in the collection
 * @param atDefault where the default source has it, if that is not what its rule makes of the path
 */
record Address(String path, Optional<Held> atDefault) {

    /** @param atDefault what things are called at the default source */
    static Address of(String text, PlaceNames atDefault) {
        Optional<String> below = atDefault.below(text);
        if (below.isPresent()) {
            return new Address(below.get(), Optional.empty());
        }
        if (!Location.isWhole(text)) {
            return new Address(text, Optional.empty());
        }
        String behindHost = text.replaceFirst("^[a-z0-9]+://[^/]*/*", "");
        return new Address(behindHost.isEmpty() ? text : behindHost, Optional.of(Held.at(text)));
    }
}
