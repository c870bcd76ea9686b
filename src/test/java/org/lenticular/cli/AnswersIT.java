package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire: exact types, headers, lengths, and clean faults where an answer fails. */
class AnswersIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static FakeService service = FakeService.start();

    @BeforeAll
    static void start() {
        assertThat(service.tomcat.port()).isPositive();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void anAnswerHasTheProtocolsOwnTypeAndOurHeaders() throws Exception {
        HttpResponse<String> answer = get("/vo/sia?POS=1,2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("path= base=" + service.address("") + " POS=[1,2]");
        assertThat(header(answer, "Content-Type")).isEqualTo(FakeProtocol.TYPE);
        assertThat(header(answer, "Vary")).isEqualTo("Accept");
        assertThat(header(answer, "Content-Length"))
                .isEqualTo(String.valueOf(answer.body().length()));
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/vo/sia/, path= ",
        "/vo/sia/chanmaster/query, path=/chanmaster/query",
        "/vo/datalink/chanmaster, path=/chanmaster",
        "/data/chanmaster/a%20b+c/d.fits, path=/chanmaster/a b+c/d.fits"
    })
    void aProtocolSeesThePathBehindItsAddress(String address, String said) throws Exception {
        assertThat(get(address).body()).startsWith(said.strip());
    }

    @Test
    void charactersThatClientsDoNotEncodeAreTaken() throws Exception {
        String answer =
                service.raw("GET /vo/sia?POS=[1]{2}|\"3\"<4>\\^` HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("POS=[[1]{2}|\"3\"<4>\\^`]");
    }

    @Test
    void aFormIsReadAsAQueryIs() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/vo/datalink/c?ID=a"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("ID=b%2Fc&source=gc")));
        assertThat(answer.body()).contains("ID=[a, b/c] SOURCE=[gc]");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        for (String address : new String[] {"/vo/sia", "/vo/sia?DO=large", "/vo/sia?DO=fault", "/", "/nothing"}) {
            HttpResponse<String> get = get(address);
            HttpResponse<String> head =
                    send(HttpRequest.newBuilder(uri(address)).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
            assertThat(header(head, "Vary")).isEqualTo(header(get, "Vary"));
            assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
        }
    }

    @Test
    void aLargeAnswerStreams() throws Exception {
        HttpResponse<String> answer = get("/vo/sia?DO=large");
        assertThat(answer.body()).hasSize(1_000_000);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void anAnswerIsCompressedWhereTheClientTakesIt() throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(uri("/vo/sia?DO=large"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).hasSizeLessThan(100_000);
    }

    @Test
    void aFaultComesInTheProtocolsForm() throws Exception {
        HttpResponse<String> answer = get("/vo/sia?DO=fault");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("<FAULT>UsageFault: POS: 'x' is no position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "break"})
    void aFailureOfOursTellsNothingOfItself(String failure) throws Exception {
        HttpResponse<String> answer = get("/vo/sia?DO=" + failure);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .startsWith("<FAULT>FatalFault: ")
                .doesNotContain("secret")
                .doesNotContain("\0");
    }

    @Test
    void anAnswerThatCannotBeEndedIsReplacedByItsFault() throws Exception {
        HttpResponse<String> answer = get("/vo/sia?DO=break%20known");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("<FAULT>TransientFault: the disk is gone");
    }

    @Test
    void anAnswerThatBreaksOffWhileItStreamsIsSeenAsBroken() {
        assertThatThrownBy(() -> get("/vo/sia?DO=break%20late")).isInstanceOf(IOException.class);
    }

    @Test
    void everyBodyIsClosed() throws Exception {
        int before = service.protocol.closed.get();
        get("/vo/sia");
        get("/vo/sia?DO=break");
        get("/vo/sia?DO=large");
        assertThat(service.protocol.closed.get() - before).isEqualTo(3);
    }

    @Test
    void preflightIsAnswered() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/vo/sia")).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void theHomePageIsAPageThatRunsNothing() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.body()).isEqualTo("<h1>Home</h1>");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void healthSaysWhatIsMissing() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).isEqualTo("not ready: it is a fake\n");
        assertThat(get("/health/other").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(uri(address)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String address) {
        return URI.create(service.address(address));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
