package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** mocpy and astropy read coverage maps, and compare them with mocpy's own. */
@ExtendWith(SharedServer.class)
final class CoverageIT {
    private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();

    @Test
    @DisplayName(
            "the coverage of a collection and of results is mocpy's, to a cell, in FITS, JSON and ASCII, at every order")
    void mocpy(RunningServer server) {
        Path python = new PythonEnvironment("mocpy-0.21", SCRIPTS.resolve("requirements-mocpy-0.21.txt")).interpreter();

        Command walk = Command.run(
                SCRIPTS,
                List.of(
                        python.toString(),
                        SCRIPTS.resolve("coverage.py").toString(),
                        server.base().toString(),
                        Path.of("conf/example/tess.csv").toAbsolutePath().toString()));

        assertThat(walk.exitCode()).as(walk.output()).isZero();
    }
}
