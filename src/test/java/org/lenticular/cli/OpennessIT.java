package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lenticular.config.Config;
import org.lenticular.config.Registration;

/** What an operator can close: answers to other pages' scripts, and compression; and what holds of answers that have a name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpennessIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PORTAL = "https://portal.example.org";
    private final FakeService open = FakeService.start();
    private final FakeService forOne = closed(List.of(PORTAL), true);
    private final FakeService closed = closed(List.of(), false);

    private static FakeService closed(List<String> cors, boolean gzip) {
        return FakeService.start(
                Duration.ofSeconds(10),
                new Config.Service(
                        "Fake",
                        Optional.empty(),
                        Config.Service.NO_AUTHORITY,
                        List.of(),
                        cors,
                        gzip,
                        Registration.NONE));
    }

    @AfterAll
    void stop() throws Exception {
        open.close();
        forOne.close();
        closed.close();
    }

    private static HttpResponse<byte[]> ask(FakeService service, String method, String query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address("/vo/sia?" + query)))
                .method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static List<String> all(HttpResponse<byte[]> answer, String name) {
        return answer.headers().allValues(name).stream()
                .flatMap(value -> List.of(value.split(", ")).stream())
                .toList();
    }

    @Test
    void everyPagesScriptsMayReadUnlessTheOperatorSaysOtherwise() throws Exception {
        HttpResponse<byte[]> answer = ask(open, "GET", "", "Origin", "https://anybody.example");
        assertThat(all(answer, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(all(answer, "Access-Control-Expose-Headers"))
                .contains("Link", "ETag", "Content-Length", "Content-Range");
        assertThat(all(answer, "Vary")).doesNotContain("Origin");
        HttpResponse<byte[]> before = ask(
                open,
                "OPTIONS",
                "",
                "Origin",
                "https://anybody.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "if-none-match");
        assertThat(before.statusCode()).isEqualTo(204);
        assertThat(all(before, "Access-Control-Allow-Methods")).contains("GET", "HEAD", "POST");
        assertThat(all(before, "Access-Control-Allow-Headers")).contains("If-None-Match", "Content-Type");
        assertThat(all(before, "Access-Control-Max-Age")).containsExactly("86400");
    }

    @Test
    void faultsCanBeReadByScriptsToo() throws Exception {
        assertThat(all(ask(open, "GET", "DO=fault"), "Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(all(ask(open, "GET", "DO=break"), "Access-Control-Allow-Origin"))
                .containsExactly("*");
    }

    @Test
    void onlyPagesOnTheOperatorsListMayRead() throws Exception {
        HttpResponse<byte[]> listed = ask(forOne, "GET", "", "Origin", PORTAL);
        assertThat(all(listed, "Access-Control-Allow-Origin")).containsExactly(PORTAL);
        assertThat(all(listed, "Vary")).contains("Origin");
        HttpResponse<byte[]> other = ask(forOne, "GET", "", "Origin", PORTAL + ".evil.example");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(all(other, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(all(other, "Vary")).contains("Origin");
        assertThat(all(ask(forOne, "OPTIONS", "", "Origin", PORTAL), "Access-Control-Allow-Methods"))
                .contains("POST");
        assertThat(all(ask(forOne, "OPTIONS", "", "Origin", "null"), "Access-Control-Allow-Methods"))
                .isEmpty();
    }

    @Test
    void noPageMayReadWhereTheOperatorSaysNone() throws Exception {
        HttpResponse<byte[]> answer = ask(closed, "GET", "", "Origin", PORTAL);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        HttpResponse<byte[]> before = ask(closed, "OPTIONS", "", "Origin", PORTAL);
        assertThat(before.statusCode()).isEqualTo(204);
        assertThat(all(before, "Allow")).contains("GET", "POST");
        assertThat(all(before, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aCompressedAnswerIsTheSameAnswer() throws Exception {
        HttpResponse<byte[]> plain = ask(open, "GET", "DO=large");
        HttpResponse<byte[]> gzip = ask(open, "GET", "DO=large", "Accept-Encoding", "br, gzip;q=0.5");
        assertThat(all(gzip, "Content-Encoding")).containsExactly("gzip");
        assertThat(all(gzip, "Vary")).contains("Accept-Encoding");
        assertThat(all(plain, "Vary")).contains("Accept-Encoding");
        assertThat(all(plain, "Content-Encoding")).isEmpty();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void oneThatIsHeldBackIsCompressedWithItsLength() throws Exception {
        String long2000 = "x=" + "y".repeat(2000);
        HttpResponse<byte[]> gzip = ask(open, "GET", long2000, "Accept-Encoding", "gzip");
        assertThat(all(gzip, "Content-Encoding")).containsExactly("gzip");
        assertThat(all(gzip, "Content-Length")).containsExactly(String.valueOf(gzip.body().length));
        HttpResponse<byte[]> head = ask(open, "HEAD", long2000, "Accept-Encoding", "gzip");
        assertThat(head.body()).isEmpty();
        assertThat(all(head, "Content-Encoding")).containsExactly("gzip");
        assertThat(all(head, "Content-Length")).isEqualTo(all(gzip, "Content-Length"));
    }

    @Test
    void tinyAnswersAndThoseOfClosedServicesAreNotCompressed() throws Exception {
        assertThat(all(ask(open, "GET", "", "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEmpty();
        HttpResponse<byte[]> off = ask(closed, "GET", "DO=large", "Accept-Encoding", "gzip");
        assertThat(all(off, "Content-Encoding")).isEmpty();
        assertThat(all(off, "Vary")).doesNotContain("Accept-Encoding");
    }

    @Test
    void aCompressedAnswerThatBreaksOffEarlyIsACleanFault() throws Exception {
        HttpResponse<byte[]> broken = ask(open, "GET", "DO=break+known", "Accept-Encoding", "gzip");
        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(all(broken, "Content-Encoding")).isEmpty();
        assertThat(new String(broken.body(), StandardCharsets.UTF_8))
                .startsWith("<FAULT>TransientFault: the disk is gone");
    }

    @Test
    void whoHasANamedAnswerIsToldSoUntilOneOfThatNameBrokeOff() throws Exception {
        HttpResponse<byte[]> first = ask(forOne, "GET", "DO=named");
        assertThat(all(first, "ETag")).containsExactly("W/\"name\"");
        assertThat(all(first, "Cache-Control")).containsExactly("no-cache");
        for (String known : List.of("W/\"name\"", "\"name\"", "\"other\", W/\"name\"")) {
            HttpResponse<byte[]> again = ask(forOne, "GET", "DO=named", "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(all(again, "ETag")).containsExactly("W/\"name\"");
            assertThat(all(again, "Vary")).contains("Accept");
        }
        assertThat(ask(forOne, "HEAD", "DO=named", "If-None-Match", "W/\"name\"")
                        .statusCode())
                .isEqualTo(304);
        assertThat(ask(forOne, "GET", "DO=named", "If-None-Match", "*").statusCode())
                .isEqualTo(200);
        assertThat(ask(forOne, "POST", "DO=named", "If-None-Match", "W/\"name\"")
                        .statusCode())
                .as("a form that is posted has no name")
                .isEqualTo(200);

        forOne.protocol.breaksOff = true;
        assertThat(ask(forOne, "GET", "DO=named").statusCode()).isEqualTo(200);
        assertThat(ask(forOne, "GET", "DO=named", "If-None-Match", "W/\"name\"").statusCode())
                .as("what the client has may be the one that broke off")
                .isEqualTo(200);
    }
}
