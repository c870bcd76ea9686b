package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.IvoaSchemas;

/** The archive run by {@code java -jar}, as an operator does: what it prints where, and its exit codes. */
class CommandLineIT {
    private static final Pattern ADDRESS =
            Pattern.compile("^Lenticular listens on (http://127\\.0\\.0\\.1:\\d+/) — try (http://\\S+)$");

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    @Test
    void itServesTheExampleAndEndsWithZeroWhenItIsTold() throws Exception {
        Process server = start("serve", "--port", "0").start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            Matcher address = ADDRESS.matcher("");
            while (!address.matches()) {
                address = ADDRESS.matcher(Objects.requireNonNull(out.readLine(), "it ended"));
            }
            assertThat(get(address.group(2)).body())
                    .contains("QUERY_STATUS\" value=\"OK\"")
                    .contains("15158");
            assertThat(get(address.group(1)).body()).contains("Chandra observations");
            assertThat(get(address.group(1) + "health/ready").statusCode()).isEqualTo(200);
            server.destroy();
            assertThat(server.waitFor()).isZero();
            assertThat(Files.list(folder)).isEmpty();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsToldInALine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTold(
                    run("serve", "--port", String.valueOf(taken.getLocalPort())),
                    "cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void aConfigurationThatIsNotThereIsTold() throws Exception {
        Path missing = folder.resolve("missing.yaml");
        for (String command : List.of("serve", "check", "load")) {
            assertTold(run(command, "--config", missing.toString()), "missing.yaml");
        }
    }

    @Test
    void aRecordForRegistriesNamesWhatItLacksOrIsPrinted() throws Exception {
        Path example = Path.of("conf/lenticular.yaml").toAbsolutePath();
        String said = Files.readString(example).replace("example/", example.resolveSibling("example") + "/");
        Path config =
                Files.writeString(folder.resolve("lenticular.yaml"), said.replaceAll("(?m)^  identifier:.*$", ""));
        Ended lacking = run("record", "--config", config.toString());
        assertTold(lacking, "service.identifier: is missing, and a registry needs it");
        assertThat(lacking.err()).contains("service.base_url: is missing").contains("2 problems");

        Files.writeString(config, said);
        Ended unloaded = run("record", "--config", config.toString(), "--url", "https://a.example/x/");
        assertThat(unloaded.code()).isZero();
        assertThat(unloaded.err()).contains("tess is not loaded");
        IvoaSchemas.assertValid(unloaded.out().getBytes(StandardCharsets.UTF_8));

        assertThat(run("load", "--config", config.toString()).code()).isZero();
        Ended loaded = run("record", "--config", config.toString(), "--url", "https://a.example/x/");
        assertThat(loaded.err()).isEmpty();
        IvoaSchemas.assertValid(loaded.out().getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.out())
                .contains("<accessURL use=\"base\">https://a.example/x/vo/sia/tess/query?</accessURL>")
                .contains("<testQueryString>POS=")
                .contains("<name>sector</name>");

        Path records = folder.resolve("records");
        assertThat(run(
                                "record",
                                "--config",
                                config.toString(),
                                "--url",
                                "https://a.example/x",
                                "--into",
                                records.toString())
                        .code())
                .isZero();
        for (String file : List.of("service", "collection-chanmaster", "collection-tess")) {
            IvoaSchemas.assertValid(Files.readAllBytes(records.resolve(file + ".record.xml")));
        }
        assertTold(
                run("record", "--config", config.toString(), "--url", "a.example"), "--url: 'a.example' is no address");
    }

    @Test
    void everyMistakeInAConfigurationIsTold() throws Exception {
        Path broken =
                Files.writeString(folder.resolve("broken.yaml"), "sources: { a: { kind: ftp } }\ncollectons: {}\n");
        for (String command : List.of("serve", "check", "load")) {
            Ended ended = run(command, "--config", broken.toString());
            assertTold(ended, "ftp");
            assertThat(ended.err()).contains("collectons").contains("broken.yaml:1");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        // A file where a folder should be: root may write to any folder there is.
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        Path config = Files.writeString(
                folder.resolve("lenticular.yaml"),
                Files.readString(Path.of("conf/lenticular.yaml"))
                                .replace("example/", Path.of("conf/example").toAbsolutePath() + "/")
                        + "\ncatalogue: { folder: " + blocked.resolve("var") + " }\n");
        assertTold(run("serve", "--port", "0", "--config", config.toString()), blocked.toString());
    }

    @Test
    void theTemporaryFolderThatCannotBeWrittenIsTold() throws Exception {
        Ended ended = ended(new ProcessBuilder(
                java(), "-Djava.io.tmpdir=" + folder.resolve("none"), "-jar", archive(), "serve", "--port", "0"));
        assertTold(ended, folder.resolve("none").toString());
    }

    @Test
    void aRightConfigurationHasNoMistakes() throws Exception {
        Ended ended = run("check", "--config", "conf/lenticular.yaml");
        assertThat(ended.out()).contains("no mistakes");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void itKnowsItsVersionAndItsCommands() throws Exception {
        assertThat(run("--version").out()).containsPattern("^Lenticular \\d+\\.\\d+\\.\\d+\\s*$");
        assertThat(run("--help").out())
                .contains("serve")
                .contains("check")
                .contains("load")
                .contains("audit")
                .contains("explain");
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("nonsense").code()).isEqualTo(2);
    }

    private static void assertTold(Ended ended, String what) {
        assertThat(ended.err()).contains(what).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(ended.code()).isEqualTo(1);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    private ProcessBuilder start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-Djava.io.tmpdir=" + folder, "-jar", archive()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private Ended ended(ProcessBuilder command) throws IOException, InterruptedException {
        Path err = Files.createTempFile("lenticular-test", ".err");
        Process process = command.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Ended ended = new Ended(process.waitFor(), out, Files.readString(err));
        Files.delete(err);
        return ended;
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String archive() {
        return Path.of("target/lenticular.war").toAbsolutePath().toString();
    }
}
