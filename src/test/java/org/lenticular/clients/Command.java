package org.lenticular.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A command of the machine that ran to its end: what it was, its exit code, and what it printed on both streams.
 *
 * <p>Running one waits for its end and for nothing else; a test that wants to stop earlier starts a process itself.
 */
record Command(List<String> words, int exitCode, String output) {

    Command {
        words = List.copyOf(words);
    }

    /** Runs the words in the folder, with the environment of the tests and nothing on standard input. */
    static Command run(Path folder, List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(words, process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + words, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words, e);
        }
    }

    /** This command, or a failure that shows what it printed. */
    Command succeeded() {
        if (exitCode != 0) {
            throw new AssertionError("%s%nended with %d and said:%n%s".formatted(line(), exitCode, output));
        }
        return this;
    }

    String line() {
        return String.join(" ", words);
    }
}
