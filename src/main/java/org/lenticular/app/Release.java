package org.lenticular.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.lenticular.config.Config;

/** What makes the answers: the program's version and its configuration, as one text. Answers of two releases are never taken for the same. */
final class Release {
    private Release() {}

    /**
     * The same for every server that runs this version with a configuration of this text, before and after a restart. A program that was not packaged, or a
     * file that cannot be read any more, is like no other.
     */
    static String of(Config config) {
        String version = Release.class.getPackage().getImplementationVersion();
        try {
            return version == null ? UUID.randomUUID().toString() : version + "\n" + Files.readString(config.file());
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        }
    }
}
