package org.lenticular.clients;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * A pyvo that the tests ask with. What else is in its environment is said in {@code src/test/python/requirements-*.txt}.
 */
enum Pyvo {
    V1_9("pyvo-1.9", Integer.MAX_VALUE),
    V1_4("pyvo-1.4", 12);

    private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();
    private static final ConcurrentMap<Pyvo, CompletableFuture<Path>> INTERPRETERS = new ConcurrentHashMap<>();

    private final String label;
    private final int newestPython;

    /** The newest Python 3 that this pyvo, with the astropy and numpy of its time, runs on. */
    Pyvo(String label, int newestPython) {
        this.label = label;
        this.newestPython = newestPython;
    }

    /** Runs one of the scripts of {@code src/test/python}; the test fails, with its output, if it does. */
    void walk(String script, Object... arguments) {
        List<String> words = new ArrayList<>(
                List.of(interpreter().toString(), SCRIPTS.resolve(script).toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Command walk = Command.run(SCRIPTS, words);
        if (walk.exitCode() != 0) {
            throw new AssertionError("%s with %s:%n%s".formatted(script, label, walk.output()));
        }
    }

    /** The Python that has this pyvo. All that can be made are made side by side, when the first is asked for. */
    private Path interpreter() {
        int python = PythonEnvironment.pythonMinor();
        if (python > newestPython) {
            abort("%s needs Python 3.%d or older, and the python3 here is 3.%d".formatted(label, newestPython, python));
        }
        try {
            Stream.of(values())
                    .filter(pyvo -> python <= pyvo.newestPython)
                    .forEach(pyvo -> INTERPRETERS.computeIfAbsent(pyvo, Pyvo::make));
            return INTERPRETERS.computeIfAbsent(this, Pyvo::make).join();
        } catch (CompletionException e) {
            throw new AssertionError("There is no Python environment for " + label, e.getCause());
        }
    }

    private static CompletableFuture<Path> make(Pyvo pyvo) {
        PythonEnvironment environment =
                new PythonEnvironment(pyvo.label, SCRIPTS.resolve("requirements-" + pyvo.label + ".txt"));
        return CompletableFuture.supplyAsync(environment::interpreter, task -> new Thread(task, pyvo.label).start());
    }
}
