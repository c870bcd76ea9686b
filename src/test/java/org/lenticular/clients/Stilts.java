package org.lenticular.clients;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine's STILTS: the one on the path, or else the one that Debian has, installed when the tests run as root. Where
 * there is neither, the tests that want it are skipped, and {@link SkippedTests} says so.
 */
final class Stilts {
    private static final Path HERE = Path.of(".");

    private Stilts() {}

    /** What a STILTS command says, line by line; a command that ends badly is a line more. */
    static List<String> run(String... words) {
        String missing = Holder.MISSING;
        if (!missing.isEmpty()) {
            abort(missing);
        }
        List<String> command = new ArrayList<>(List.of("stilts"));
        command.addAll(Arrays.asList(words));
        Command run = Command.run(HERE, command);
        Stream<String> ending = run.exitCode() == 0
                ? Stream.empty()
                : Stream.of("%s ended with %d".formatted(run.line(), run.exitCode()));
        return Stream.concat(run.output().lines().filter(line -> !line.isBlank()), ending)
                .toList();
    }

    /** Looks, and installs, once. */
    private static final class Holder {
        static final String MISSING = isOnPath("stilts") ? "" : install();

        private static String install() {
            if (!isOnPath("apt-get") || !Files.exists(Path.of("/etc/debian_version"))) {
                return "STILTS is not on the path, and this is no Debian that could install it (apt-get)";
            }
            if (!shell("id -u").output().strip().equals("0")) {
                return "STILTS is not on the path, and only root could install it (apt-get install stilts)";
            }
            Command install = shell("export DEBIAN_FRONTEND=noninteractive;"
                    + " apt-get -q update && apt-get -q install -y --no-install-recommends stilts");
            return install.exitCode() == 0 ? "" : "STILTS cannot be installed: " + install.output();
        }

        private static boolean isOnPath(String command) {
            return shell("command -v " + command).exitCode() == 0;
        }

        private static Command shell(String line) {
            return Command.run(HERE, List.of("sh", "-c", line));
        }
    }
}
