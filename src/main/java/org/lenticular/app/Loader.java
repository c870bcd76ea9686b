package org.lenticular.app;

import java.io.IOException;
import org.lenticular.config.Config;

/** Takes operators' tables into the catalogue. */
@FunctionalInterface
public interface Loader {
    /**
     * Loads each collection that is not loaded, or whose tables have changed; the others stay as they are. An interrupt ends it soon, and leaves
     * what was served.
     *
     * @throws IOException where a collection could not be loaded, in one sentence for people
     */
    void loadMissing(Config config) throws IOException;
}
