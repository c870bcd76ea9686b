package org.lenticular.cli;

import java.nio.file.Path;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;

/** Reads configurations for the commands. */
final class Configurations {
    private Configurations() {}

    /** The configuration in this file; every mistake in it is told. */
    static Config read(Path file) throws Failure {
        try {
            return Lenticular.read(file);
        } catch (ConfigException e) {
            throw new Failure(e.report());
        }
    }
}
