package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code astroquery.heasarc}, HEASARC's own way to its data, of which only the TAP service and the cloud are replaced, and
 * {@code astroquery.ipac.irsa}, of which only the address is.
 */
@ExtendWith(SharedServer.class)
final class AstroqueryIT {
    private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();

    @Test
    @DisplayName("locate_data by row number, then download_data from the bucket; also as its newest state asks")
    void heasarc(RunningServer server) {
        walk("astroquery_heasarc.py", server);
    }

    @Test
    @DisplayName(
            "Irsa.query_sia by SIA 2.0, its address ours: cones, bands, times, words, each with the images that there are")
    void irsa(RunningServer server) {
        walk("astroquery_irsa.py", server);
    }

    private static void walk(String script, RunningServer server) {
        Path python = new PythonEnvironment("astroquery-0.4.11", SCRIPTS.resolve("requirements-astroquery-0.4.11.txt"))
                .interpreter();
        Command walk = Command.run(
                SCRIPTS,
                List.of(
                        python.toString(),
                        SCRIPTS.resolve(script).toString(),
                        server.base().toString()));
        assertThat(walk.exitCode()).as(walk.output()).isZero();
    }
}
