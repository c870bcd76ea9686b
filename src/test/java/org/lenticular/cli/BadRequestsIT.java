package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no good get a fault of ours, in every case: also those that Tomcat itself refuses. Nothing of Tomcat shows. */
class BadRequestsIT {
    private static FakeService service = FakeService.start(Duration.ofMillis(300));

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "BREW"})
    void otherMethodsAreRefusedWithThoseThatAreNot(String method) throws Exception {
        for (String address : new String[] {"/vo/sia", "/vo/datalink/x", "/data/x/y", "/", "/health/live"}) {
            String answer = service.raw(request(method + " " + address));
            assertThat(answer).startsWith("HTTP/1.1 405");
            assertThat(answer)
                    .contains("\r\nAllow: GET, HEAD, POST, OPTIONS\r\n")
                    .contains("UsageFault: ");
            assertOurs(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/vo",
                "/vo/sia/a/b/c",
                "/vo/sia/a/capabilities",
                "/vo/datalink/a/b",
                "/error",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/index.jsp",
                "/%3Cscript%3E"
            })
    void whereNothingIsNothingIsFound(String address) throws Exception {
        String answer = service.raw(request("GET " + address));
        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("NotFoundFault: ")
                .doesNotContain("<script");
        assertOurs(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /vo/sia?a=\u00E9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /vo/sia?a=\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /vo/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /vo/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /vo/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /vo/sia HTTP/1.1\r\n\r\n",
                "GET /vo/sia HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /vo/sia HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /vo/sia HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
                "POST /vo/sia HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /vo/sia HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNoHttpIsRefusedInOneLine(String request) throws Exception {
        String answer = service.raw(request);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("UsageFault: ");
        assertOurs(answer);
    }

    @Test
    void anUnknownVersionOfHttpIsRefused() throws Exception {
        String answer = service.raw("GET /vo/sia HTTP/9.9\r\nHost: a\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 505").contains("Fault: ");
        assertOurs(answer);
    }

    @Test
    void tooLongAnAddressIsRefused() throws Exception {
        String answer = service.raw(request("GET /vo/sia?ID=" + "x".repeat(100_000)));
        assertThat(answer).containsPattern("^HTTP/1.1 (414|400)").contains("UsageFault: ");
        assertOurs(answer);
    }

    @Test
    void tooLongAHeaderIsRefused() throws Exception {
        String answer = service.raw("GET /vo/sia HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (431|400)").contains("UsageFault: ");
        assertOurs(answer);
    }

    @Test
    void aHugeBodyIsRefusedBeforeAnyOfItIsSent() throws Exception {
        try (Socket socket = service.connect()) {
            socket.getOutputStream().write(form(50_000_000).getBytes(StandardCharsets.US_ASCII));
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 413").contains("Connection: close");
        }
    }

    @Test
    void aHugeBodyThatIsSentAllTheSameDoesNotHideTheAnswer() throws Exception {
        try (Socket socket = service.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(form(50_000_000).getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[1_000_000];
            for (int i = 0; i < 50; i++) {
                out.write(block);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("UsageFault: the request's body is too long");
        }
    }

    @Test
    void aBodyWithoutALengthIsRefusedAsSoonAsItIsTooLong() throws Exception {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        String answer =
                service.raw("POST /vo/sia HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(10) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void aBodyThatTricklesIsDropped() throws Exception {
        assertThat(trickle(form(20_000))).startsWith("HTTP/1.1 408").contains("took too long");
    }

    @Test
    void aBodyThatTricklesToWhereNobodyReadsItIsDroppedToo() throws Exception {
        assertThat(trickle("PUT /vo/sia HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    /** Sends a byte whenever the server has been silent for a moment, and says what had come when the server closed. */
    private static String trickle(String head) throws IOException {
        try (Socket socket = service.connect()) {
            socket.setSoTimeout(20);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            while (true) {
                try {
                    int next = socket.getInputStream().read();
                    if (next < 0) {
                        return answer.toString();
                    }
                    answer.append((char) next);
                } catch (SocketTimeoutException e) {
                    socket.getOutputStream().write('x');
                } catch (IOException e) {
                    // Closed in the face of a client that goes on sending.
                    return answer.toString();
                }
            }
        } catch (java.net.SocketException e) {
            return "closed: " + e.getMessage();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static String request(String line) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static String form(long length) {
        return "POST /vo/sia HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    private static void assertOurs(String answer) {
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("apache");
        assertThat(answer).doesNotContain("java").doesNotContain("<html").doesNotContain("<!doctype");
        assertThat(answer).containsIgnoringCase("\r\nContent-Type: text/");
    }
}
