package org.lenticular.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;

/** Reads configurations for the commands. */
final class Configurations {
    private Configurations() {}

    /** The configuration in this file; every mistake in it is told. */
    static Config read(Path file) throws Failure {
        try {
            return Lenticular.read(file);
        } catch (IOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }
}
