package org.lenticular.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.lenticular.config.Config;

/** What makes the answers: the program's version and its configuration, as one text. Answers of two releases are never taken for the same. */
public final class Release {
    /** Its line is filled by the build. The manifest says it too, but a container that unpacks the archive does not read that. */
    private static final String FILE = "release.properties";

    private Release() {}

    /** The program's version; empty where the build did not fill it in. */
    public static Optional<String> version() {
        Properties release = new Properties();
        try (InputStream in = Release.class.getResourceAsStream(FILE)) {
            if (in != null) {
                release.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the archive is damaged: " + FILE, e);
        }
        return Optional.ofNullable(release.getProperty("version")).filter(version -> version.matches("[0-9].*"));
    }

    /**
     * The same for every server that runs this version with a configuration of this text, before and after a restart. A program that no build made, or a
     * file that cannot be read any more, is like no other.
     */
    static String of(Config config) {
        Optional<String> version = version();
        try {
            return version.isEmpty()
                    ? UUID.randomUUID().toString()
                    : version.get() + "\n" + Files.readString(config.file());
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        }
    }
}
