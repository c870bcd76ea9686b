package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.clients.Dockerfile.Instruction;

/**
 * The Dockerfile without Docker, which few test machines have: what its COPY, RUN, ENTRYPOINT and HEALTHCHECK say is done in
 * a clean folder that stands for the root of the image, by the user that the image has. What the build stage packages must
 * be the very archive that this build packaged: the same sources give the same bytes.
 */
final class DockerfileIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private Path root;
    private Dockerfile dockerfile;

    @BeforeEach
    void makeTheImagesFolders(@TempDir Path folder) throws IOException {
        root = folder;
        dockerfile = Dockerfile.read(PROJECT.resolve("Dockerfile"));
        shell(PROJECT, "chmod 755 '%s'".formatted(root)).succeeded();
        Files.createDirectories(root.resolve("var/lib"));
        Files.createDirectories(root.resolve("opt/lenticular"));
        Files.copy(RunningServer.war(), root.resolve("opt/lenticular/lenticular.war"));
    }

    @Test
    void buildStageMakesTheSameArchiveFromWhatItCopies() throws IOException {
        Path folder = Files.createDirectories(root.resolve("build"));
        for (Instruction instruction : dockerfile.build()) {
            switch (instruction.keyword()) {
                case "COPY" -> copy(instruction.text().split(" "), folder);
                case "RUN" -> shell(folder, instruction.text()).succeeded();
                default -> assertThat(instruction.keyword()).isIn("FROM", "WORKDIR");
            }
        }

        assertThat(folder.resolve("target/lenticular.war"))
                .as("what the same sources make in a clean folder (if classes were removed since: mvn clean)")
                .hasSameBinaryContentAs(RunningServer.war());
    }

    /** Of {@code COPY a b c}, a and b go to c in the folder. */
    private static void copy(String[] words, Path folder) {
        Path target = folder.resolve(words[words.length - 1]);
        for (String source : List.of(words).subList(0, words.length - 1)) {
            shell(PROJECT, "mkdir -p '%s' && cp -a %s '%s'".formatted(target.getParent(), source, target))
                    .succeeded();
        }
    }

    @Test
    void imageServesAndKnowsWhetherItIsHealthy() throws IOException {
        runWhatTheImageRuns();
        List<String> serve = new ArrayList<>(dockerfile.words("ENTRYPOINT"));
        serve.addAll(dockerfile.words("CMD"));
        serve.replaceAll(word -> word.equals("8080") ? "0" : word);
        String health = String.join(" ", dockerfile.words("HEALTHCHECK"));

        try (RunningServer server = RunningServer.run(root.resolve("var/lib/lenticular"), asUser(serve))) {
            shell(root, health.replace("8080", String.valueOf(server.port()))).succeeded();
        }
        assertThat(shell(root, health.replace("8080", "1")).exitCode())
                .as("health where nothing listens")
                .isNotZero();
    }

    @Test
    void imageFindsTheConfigurationThatIsMounted() throws IOException {
        runWhatTheImageRuns();
        Path etc = Files.createDirectories(root.resolve("etc/lenticular"));
        Files.writeString(etc.resolve("lenticular.yaml"), "collektions: {}\n");
        List<String> check = new ArrayList<>(dockerfile.words("ENTRYPOINT"));
        check.add("check");

        Command run = Command.run(root, asUser(check));

        assertThat(run.output()).contains("collektions");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private void runWhatTheImageRuns() {
        assumeTrue(
                shell(root, "test $(id -u) = 0").exitCode() == 0, "Only root can do what the Dockerfile's image does");
        for (Instruction instruction : dockerfile.image()) {
            if (instruction.keyword().equals("RUN")) {
                shell(root, inRoot(instruction.text())).succeeded();
            }
        }
    }

    /** The command with its paths below the folder, run by the image's user. */
    private List<String> asUser(List<String> command) {
        String[] user = dockerfile.text("USER").split(":", 2);
        String java = Path.of(RunningServer.java()).getParent() + File.pathSeparator + System.getenv("PATH");
        List<String> words = new ArrayList<>(
                List.of("setpriv", "--reuid", user[0], "--regid", user[1], "--clear-groups", "env", "PATH=" + java));
        command.forEach(word -> words.add(inRoot(word)));
        return words;
    }

    private String inRoot(String text) {
        return text.replaceAll("/(opt|etc|var/lib)/lenticular", root + "/$1/lenticular");
    }

    private static Command shell(Path folder, String line) {
        return Command.run(folder, List.of("sh", "-c", line));
    }
}
