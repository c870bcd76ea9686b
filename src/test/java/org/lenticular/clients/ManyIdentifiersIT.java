package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand identifiers in POSTs of as many as one may have, several at a time, to a server whose heap holds not even two of their answers: it
 * answers them all, and while it does it holds no more than before.
 */
final class ManyIdentifiersIT {
    private static final int POSTS = 20;
    private static final int AT_A_TIME = 4;
    private static final int IDS = 5_000;
    private static final int PRODUCTS = 3;
    /** Said of each product: an answer is 45 MB of them. */
    private static final String DESCRIPTION = "An image among many. ".repeat(143);

    private static final String HEAP = "-Xmx64m";
    /** Of all streams together: what each asked for, and its buffers. An eighth of one answer. */
    private static final long MORE = 6 << 20;

    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
    private static final byte[] ROW_END = "</TR>".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder = Path.of("");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aHundredThousandIdentifiersTakeNoMoreHeapThanOne() throws Exception {
        try (RunningServer server = serve()) {
            long rows = count(post(server, 1).join().body());
            assertThat(rows).isEqualTo(PRODUCTS);
            long before = live(server);
            for (int i = 0; i < POSTS; i += AT_A_TIME) {
                List<InputStream> answers = new ArrayList<>();
                for (CompletableFuture<HttpResponse<InputStream>> each : together(server)) {
                    assertThat(each.join().statusCode()).isEqualTo(200);
                    answers.add(each.join().body());
                }
                if (i == 0) {
                    // All are on their way, and their readers wait.
                    assertThat(live(server) - before).isLessThan(MORE);
                }
                for (InputStream answer : answers) {
                    rows += count(answer);
                }
            }
            assertThat(rows).isEqualTo(PRODUCTS + (long) POSTS * IDS * PRODUCTS);
            assertThat(live(server) - before).isLessThan(MORE);
        }
    }

    private List<CompletableFuture<HttpResponse<InputStream>>> together(RunningServer server) {
        return IntStream.range(0, AT_A_TIME).mapToObj(i -> post(server, IDS)).toList();
    }

    private CompletableFuture<HttpResponse<InputStream>> post(RunningServer server, int ids) {
        String form = IntStream.range(0, ids).mapToObj(i -> "ID=field-" + i).collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(server.address("/vo/datalink/fields"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.sendAsync(request, BodyHandlers.ofInputStream());
    }

    /** Reads an answer to its end; how many rows it had. */
    private static long count(InputStream answer) throws IOException {
        long rows = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(answer, 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                matched = b == ROW_END[matched] ? matched + 1 : b == ROW_END[0] ? 1 : 0;
                if (matched == ROW_END.length) {
                    rows++;
                    matched = 0;
                }
            }
        }
        return rows;
    }

    /** How many bytes of the server's heap are in use when all garbage is gone. */
    private static long live(RunningServer server) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher total = TOTAL.matcher(histogram);
        assertThat(total.find()).as(histogram).isTrue();
        return Long.parseLong(total.group(1));
    }

    private RunningServer serve() throws IOException {
        String rows = IntStream.range(0, IDS)
                .mapToObj(i -> i + "," + i % 360 + "," + (i % 100 - 50) + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("fields.csv"), "nr,s_ra,s_dec\n" + rows);
        Path configuration = Files.writeString(folder.resolve("fields.yaml"), """
                sources:
                  main: { title: Main, kind: http, base: "https://archive.example.org/" }
                collections:
                  fields:
                    table: fields.csv
                    columns: { s_ra: "{s_ra}", s_dec: "{s_dec}" }
                    datasets:
                      id: "field-{nr}"
                      products:
                        - { path: "{nr}.fits", content_type: application/fits, description: "%1$s" }
                        - { path: "{nr}.png", content_type: image/png, semantics: "#preview", description: "%1$s" }
                        - { path: "{nr}.tar", content_type: application/x-tar, semantics: "#package", description: "%1$s" }
                """.formatted(DESCRIPTION.strip()));
        return RunningServer.run(
                folder,
                List.of(
                        RunningServer.java(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        RunningServer.war().toString(),
                        "serve",
                        "--port",
                        "0",
                        "--config",
                        configuration.toAbsolutePath().toString()));
    }
}
