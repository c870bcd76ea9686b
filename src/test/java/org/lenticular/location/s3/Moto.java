package org.lenticular.location.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lenticular.clients.PythonEnvironment;

/** Moto's server, in a process of its own, on a free port. */
final class Moto implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();
    private static final Pattern RUNNING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:[0-9]+)");

    private final Process process;
    private final String endpoint;

    private Moto(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static Path python() {
        return new PythonEnvironment("moto", SCRIPTS.resolve("requirements-moto.txt")).interpreter();
    }

    static Path script(String name) {
        return SCRIPTS.resolve(name);
    }

    static Moto start() throws IOException {
        Process process = new ProcessBuilder(
                        python().toString(), "-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher running = RUNNING.matcher(line);
            if (running.find()) {
                // It stops when nobody reads what it says of each request.
                Thread reader = new Thread(() -> readOn(said), "moto");
                reader.setDaemon(true);
                reader.start();
                return new Moto(process, running.group(1));
            }
        }
        throw new AssertionError("moto ended: " + all);
    }

    private static void readOn(BufferedReader said) {
        try {
            while (said.readLine() != null) {}
        } catch (IOException e) {
            // So ends a process that was stopped.
            if (Thread.currentThread().isInterrupted()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
