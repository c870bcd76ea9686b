package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * More than anybody may ask for: the limit is told at once, by 413 or by a fault that names it, and a body that comes in
 * drop by drop does not hold the server's attention for longer than half a minute.
 */
@ExtendWith(SharedServer.class)
final class LimitsIT {
    private static final int FIFTY_MEGABYTES = 50 << 20;

    @Test
    void tenThousandIdentifiersAreTooMany(RunningServer server) throws Exception {
        String form = IntStream.range(0, 10_000).mapToObj(i -> "ID=n" + i).collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(server.address("/vo/datalink/chanmaster"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();

        Answer answer = Answer.of(HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));

        assertThat(answer.status()).isIn(400, 413);
        assertThat(answer.message()).contains("ID").containsPattern("\\d");
        Expectation.checkAlways(answer);
    }

    @Test
    void bodyOfFiftyMegabytesIsRefusedBeforeItComes(RunningServer server) throws IOException {
        try (RawConnection connection = RawConnection.to(server)) {
            connection.send(
                    "POST /vo/datalink/chanmaster HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: " + FIFTY_MEGABYTES,
                    "Connection: close",
                    "");

            String answer = connection.answerUntilBreak();
            assertThat(answer).startsWith("HTTP/1.1 413");
            Expectation.checkNothingOfTheInsideShows(answer);
        }
    }

    @Test
    void bodyThatDoesNotSayItsLengthIsRefusedWhenItGetsTooLong(RunningServer server) throws IOException {
        try (RawConnection connection = RawConnection.to(server)) {
            connection.send(
                    "POST /vo/datalink/chanmaster HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Transfer-Encoding: chunked",
                    "Connection: close",
                    "");
            assertThat(sendChunks(connection)).as("bytes sent").isPositive();
            String answer = connection.answerUntilBreak();

            assertThat(answer).startsWith("HTTP/1.1 413");
            Expectation.checkNothingOfTheInsideShows(answer);
        }
    }

    /** Sends fifty megabytes, or as many as the server takes before it hangs up; how many those were. */
    private static int sendChunks(RawConnection connection) {
        String chunk = "10000\r\n" + "ID=x&".repeat(0x10000 / 5) + "&";
        int sent = 0;
        try {
            for (; sent < FIFTY_MEGABYTES; sent += 0x10000) {
                connection.send(chunk);
            }
            connection.send("0", "");
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    /** A byte a second: the server must hang up, with or without a word, before the 31st. */
    @Test
    void bodyThatTricklesIsDroppedWithinHalfAMinute(RunningServer server) throws IOException {
        AtomicInteger bytes = new AtomicInteger();
        ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor();
        try (RawConnection connection = RawConnection.to(server)) {
            connection.send(
                    "POST /vo/datalink/chanmaster HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 100000",
                    "");
            tap.scheduleAtFixedRate(() -> drip(connection, bytes), 0, 1, TimeUnit.SECONDS);
            String answer = connection.answerUntilBreak();

            assertThat(bytes).as("bytes it waited for").hasValueLessThanOrEqualTo(31);
            assertThat(answer).doesNotStartWith("HTTP/1.1 200");
            Expectation.checkNothingOfTheInsideShows(answer);
        } finally {
            tap.shutdownNow();
        }
    }

    private static void drip(RawConnection connection, AtomicInteger bytes) {
        try {
            connection.send(new byte[] {'x'});
            bytes.incrementAndGet();
        } catch (IOException e) {
            throw new IllegalStateException("The server hung up", e);
        }
    }
}
