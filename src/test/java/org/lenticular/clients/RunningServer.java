package org.lenticular.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged WAR, run alone by {@code serve} on a free port of the loopback, in a process and a folder of its own.
 *
 * <p>It is there as soon as it has printed the address it listens on; what it prints before and after is kept, so that a
 * failing test can show it. Thread-safe.
 */
final class RunningServer implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on http://[^/:]+:(\\d+)");

    /** Only for a server that neither listens nor ends; one that is merely slow gets there long before. */
    private static final long HOPELESS_MINUTES = 5;

    private final Process process;
    private final StringBuffer log = new StringBuffer();
    private final CompletableFuture<URI> base = new CompletableFuture<>();

    private RunningServer(Process process) {
        this.process = process;
    }

    /** The WAR that this build packaged. */
    static Path war() {
        String path = System.getProperty("lenticular.war", "target/lenticular.war");
        return Path.of(path).toAbsolutePath();
    }

    /** Starts {@code serve} on a free port, and returns when it listens. */
    static RunningServer serve(Path folder) {
        return run(folder, List.of(java(), "-jar", war().toString(), "serve", "--port", "0"));
    }

    /** Starts {@code serve} with a configuration of the test's own, and returns when it listens. */
    static RunningServer serve(Path folder, Path configuration) {
        String file = configuration.toAbsolutePath().toString();
        return run(folder, List.of(java(), "-jar", war().toString(), "serve", "--port", "0", "--config", file));
    }

    /** Runs a command that serves, and returns when it listens. */
    static RunningServer run(Path folder, List<String> command) {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().remove("LENTICULAR_CONFIG");
            RunningServer server = new RunningServer(builder.start());
            server.listen();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    /** The Java that runs the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void listen() {
        Thread reader = new Thread(this::read, "server output");
        reader.setDaemon(true);
        reader.start();
        try {
            base.get(HOPELESS_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            close();
            throw new AssertionError("The server did not come to listen. It said:\n" + log, e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                Matcher matcher = LISTENS.matcher(line);
                if (matcher.find()) {
                    base.complete(URI.create("http://127.0.0.1:" + matcher.group(1)));
                }
            }
        } catch (IOException e) {
            log.append("(its output broke off: ").append(e.getMessage()).append(")\n");
        }
        base.completeExceptionally(new IllegalStateException("The server ended before it listened"));
    }

    /** Where it answers, without a slash at the end: {@code http://127.0.0.1:43210}. */
    URI base() {
        return base.join();
    }

    /** The address of something on it; the path begins with a slash. */
    URI address(String path) {
        return URI.create(base() + path);
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    int port() {
        return base().getPort();
    }

    /** How much it has printed so far: a place to begin {@link #logSince} at. */
    int logLength() {
        return log.length();
    }

    /** What it has printed since then. */
    String logSince(int length) {
        return log.substring(length);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
