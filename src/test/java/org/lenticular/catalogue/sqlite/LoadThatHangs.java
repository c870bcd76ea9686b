package org.lenticular.catalogue.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.ImageRecord;

/** A load in a process of its own that begins, says so, and never ends. */
final class LoadThatHangs {
    private static final String BEGUN = "begun";

    private LoadThatHangs() {}

    /** Starts it and waits until it has begun. */
    static Process start(Path folder, String collection) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadThatHangs.class.getName(),
                        folder.toString(),
                        collection)
                .redirectErrorStream(true)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(BEGUN)) {
                return process;
            }
            said.append(line).append('\n');
        }
        throw new IOException("the load did not begin: " + said);
    }

    public static void main(String[] arguments) throws IOException {
        SqliteStore store = new SqliteStore(Path.of(arguments[0]), Duration.ofSeconds(10), 64);
        try (CatalogueWriter writer = store.write(arguments[1])) {
            writer.image(new ImageRecord(
                    1, Optional.empty(), "d", Optional.empty(), null, "unfinished", Map.of(), List.of("x")));
            System.out.println(BEGUN);
            // Until the test ends this process.
            System.in.read();
        }
    }
}
