package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/**
 * The packaged archive while the way to its default server breaks and is mended: of more than a thousand requests for links and files none fails, and
 * each that leads elsewhere says why. By the real clock: what is waited for is what the archive says, however long it takes.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DyingServerIT {
    private static final int AT_A_TIME = 20;
    private static final String LINKS = "/vo/datalink/sky?ID=one&ID=two&ID=three";
    private static final String NOTE = "main does not answer; this one is at mirror";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer files;
    private final BreakableWay way;
    private final RunningServer server;
    private int answered;
    private int detours;

    DyingServerIT(@TempDir Path folder) throws IOException {
        files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        files.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "5");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        files.start();
        way = new BreakableWay(files.getAddress().getPort());
        Files.writeString(folder.resolve("sky.csv"), "id,s_ra,s_dec\none,1,2\ntwo,2,2\nthree,3,2\n");
        Path config = Files.writeString(folder.resolve("sky.yaml"), """
                sources:
                  main: { kind: http, base: "http://127.0.0.1:%d/main/", watch: { path: known.fits, every_seconds: 2 } }
                  mirror: { kind: http, base: "http://127.0.0.1:%d/mirror/", watch: { path: known.fits, every_seconds: 2 } }
                watch: { failures: 2, window_seconds: 60, pause_seconds: 1 }
                collections:
                  sky:
                    table: sky.csv
                    datasets: { id: "{id}", products: [ { path: "{id}.fits" } ] }
                    sources: { main: {}, mirror: {} }
                """.formatted(
                        way.port(), files.getAddress().getPort()));
        server = RunningServer.serve(folder, config);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        way.close();
        files.stop(0);
    }

    private CompletableFuture<HttpResponse<byte[]>> send(String path) {
        return client.sendAsync(HttpRequest.newBuilder(server.address(path)).build(), BodyHandlers.ofByteArray());
    }

    /** Sends many at a time; whether all of them led to the mirror. */
    private boolean allElsewhere() {
        List<CompletableFuture<HttpResponse<byte[]>>> links =
                IntStream.range(0, AT_A_TIME).mapToObj(i -> send(LINKS)).toList();
        List<CompletableFuture<HttpResponse<byte[]>>> data = IntStream.range(0, AT_A_TIME)
                .mapToObj(i -> send("/data/sky/two.fits"))
                .toList();
        // Each is looked at: this must not stop at the first.
        long there = links.stream()
                .map(CompletableFuture::join)
                .filter(this::linksAreElsewhere)
                .count();
        long led = data.stream()
                .map(CompletableFuture::join)
                .filter(this::isLedElsewhere)
                .count();
        return there == AT_A_TIME && led == AT_A_TIME;
    }

    private boolean linksAreElsewhere(HttpResponse<byte[]> response) {
        Answer answer = Answer.of(response);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> sources = cells(answer, "source");
        List<String> notes = cells(answer, "source_note");
        List<String> addresses = cells(answer, "access_url");
        assertThat(sources).hasSize(3);
        assertThat(cells(answer, "error_message")).containsOnly("");
        for (int row = 0; row < 3; row++) {
            boolean elsewhere = sources.get(row).equals("mirror");
            assertThat(notes.get(row)).isEqualTo(elsewhere ? NOTE : "");
            assertThat(addresses.get(row)).contains(elsewhere ? "/mirror/" : "/main/");
            detours += elsewhere ? 1 : 0;
        }
        answered++;
        return sources.stream().allMatch("mirror"::equals);
    }

    private static List<String> cells(Answer answer, String column) {
        List<Element> fields = answer.elements("FIELD");
        int at = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).getAttribute("name").equals(column))
                .findFirst()
                .orElseThrow();
        List<Element> cells = answer.elements("TD");
        return IntStream.range(0, cells.size() / fields.size())
                .mapToObj(row -> cells.get(row * fields.size() + at).getTextContent())
                .toList();
    }

    private boolean isLedElsewhere(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).containsPattern("/(main|mirror)/two\\.fits$");
        answered++;
        return location.contains("/mirror/");
    }

    private String ready() {
        HttpResponse<byte[]> ready = send("/health/ready").join();
        assertThat(ready.statusCode())
                .as("one place less is no reason to get no searches")
                .isEqualTo(200);
        return Answer.of(ready).body();
    }

    @Test
    void noneOfAThousandRequestsFailsAndEveryDetourIsTold() throws IOException {
        for (int i = 0; i < 8; i++) {
            assertThat(allElsewhere()).isFalse();
        }
        assertThat(detours).isZero();
        assertThat(ready()).isEqualTo("ready\n");

        way.breakOff();
        while (!allElsewhere()) {
            Thread.onSpinWait();
        }
        assertThat(ready()).startsWith("ready, but main does not answer since ");
        for (int i = 0; i < 10; i++) {
            assertThat(allElsewhere()).as("as long as it is down").isTrue();
        }

        way.mend();
        int before;
        do {
            before = detours;
            allElsewhere();
        } while (detours > before);
        assertThat(ready()).isEqualTo("ready\n");
        for (int i = 0; i < 8; i++) {
            allElsewhere();
        }
        assertThat(detours).as("none any more").isEqualTo(before);
        assertThat(answered).isGreaterThanOrEqualTo(1000);
    }
}
