package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no client sends but anybody can: requests that are none. The container refuses most of them before Lenticular sees
 * them; its page would name it and its version, and must not show.
 */
@ExtendWith(SharedServer.class)
final class RawRequestsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO",
                "GET",
                "GET /vo/sia? POS=1,2 HTTP/1.1",
                "GET /vo/sia?POS=\u00ff HTTP/1.1",
                "GET /vo/datalink/chanmaster?ID=%zz HTTP/1.1",
                "GET /vo/datalink/chanmaster?ID=% HTTP/1.1",
                "GET /vo/%zz HTTP/1.1",
                "GET /vo/%00 HTTP/1.1",
                "GET /..%2f..%2fetc/passwd HTTP/1.1",
                "GET /vo/sia HTTP/7.3",
                "G\u0001ET /vo/sia HTTP/1.1",
                "get http://[::1 HTTP/1.1"
            })
    void malformedRequestIsRefusedInPlainWords(String requestLine, RunningServer server) throws IOException {
        assertRefused(ask(server, requestLine, "Host: localhost", "Connection: close", ""));
    }

    @Test
    void requestWithoutHostIsRefused(RunningServer server) throws IOException {
        assertRefused(ask(server, "GET /vo/sia HTTP/1.1", "Connection: close", ""));
    }

    @Test
    void headerThatIsNoneIsRefused(RunningServer server) throws IOException {
        String answer = ask(server, "GET /health/live HTTP/1.1", "Host: localhost", "Content-Length: x", "", "");

        assertRefused(answer);
    }

    @Test
    void addressBeyondAllMeasureIsRefused(RunningServer server) throws IOException {
        String answer = ask(server, "GET /vo/sia?POS=" + "1".repeat(200_000) + " HTTP/1.1", "Host: localhost", "");

        assertRefused(answer);
    }

    @Test
    void otherRequestsAreAnsweredAfterwards(RunningServer server) throws IOException {
        ask(server, "HELLO", "");

        assertThat(ask(server, "GET /health/live HTTP/1.1", "Host: localhost", "Connection: close", ""))
                .startsWith("HTTP/1.1 200");
    }

    private static String ask(RunningServer server, String... lines) throws IOException {
        try (RawConnection connection = RawConnection.to(server)) {
            return connection.send(lines).answerUntilBreak();
        }
    }

    private static void assertRefused(String answer) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*");
        Expectation.checkNothingOfTheInsideShows(answer);
    }
}
