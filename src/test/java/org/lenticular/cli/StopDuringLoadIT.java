package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop while it still loads ends as it ends when it serves: soon, with exit code 0, and with nothing left of the load. */
class StopDuringLoadIT {
    private static final int ROWS = 400_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLoadIsGivenUp() throws Exception {
        table();
        Path config = Files.writeString(folder.resolve("big.yaml"), """
                sources: { main: { kind: http, base: "https://archive.example.org/" } }
                collections:
                  big: { title: Big, table: big.csv, datasets: { id: "{name}", products: [ { path: "{name}.fits" } ] } }
                """);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Objects.requireNonNull(System.getProperty("lenticular.war")),
                        "serve",
                        "--port",
                        "0",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            while (server.isAlive() && leftovers() == 0) {
                Thread.onSpinWait();
            }
            server.destroy();
            assertThat(server.waitFor()).isZero();
            assertThat(folder.resolve("out"))
                    .content()
                    .doesNotContain("listens on")
                    .doesNotContain("Exception");
            assertThat(leftovers()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    private void table() throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("big.csv"))) {
            csv.write("name,s_ra,s_dec,s_fov\n");
            for (int i = 0; i < ROWS; i++) {
                csv.write("image" + i + "," + i % 360 + "," + i % 90 + ",0.1\n");
            }
        }
    }

    /** Files of a load in the catalogue's folder. */
    private long leftovers() throws IOException {
        Path catalogue = folder.resolve("var").resolve("big");
        if (!Files.exists(catalogue)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(catalogue)) {
            return files.filter(file -> file.toString().contains(".sqlite")).count();
        }
    }
}
