package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lenticular.location.s3.FaultyPlace.listFailure;
import static org.lenticular.location.s3.FaultyPlace.place;
import static org.lenticular.location.s3.FaultyPlace.probe;
import static org.lenticular.location.s3.FaultyServer.response;
import static org.lenticular.location.s3.FaultyServer.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Probe;

/** What is told of a server that cannot be reached, or is none: which of the many reasons it is, and what to do. */
class UnreachableTest {
    /** What both ways of asking say of it. */
    private static void bothSay(FaultyServer server, String reason) {
        assertThat(probe(server, Map.of())).isEqualTo(Probe.unknown(server.host() + reason));
        assertThat(listFailure(server)).isEqualTo(server.host() + reason);
    }

    @Test
    void aRefusedConnection() throws Exception {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        String host = "127.0.0.1:" + gone.getLocalPort();
        try (LocationResolver place = place(Map.of("bucket", "images", "endpoint", "http://" + host), Map.of())) {
            assertThat(place.probe(place.locate("a.fits")))
                    .isEqualTo(Probe.unknown(host + " takes no connection: is it up, and are host and port right?"));
        }
    }

    @Test
    void aHostThatIsNot() {
        Map<String, String> settings = Map.of("bucket", "images", "endpoint", "http://no-such-host.invalid");
        try (LocationResolver place = place(settings, Map.of())) {
            assertThat(place.probe(place.locate("a.fits")))
                    .isEqualTo(
                            Probe.unknown("there is no host for no-such-host.invalid: is the name right, and can this"
                                    + " machine look names up?"));
        }
    }

    @Test
    void aServerThatHangsIsWaitedForNoLongerThanTheSettingSays() throws Exception {
        try (FaultyServer server = FaultyServer.hung()) {
            assertThat(probe(server, Map.of("timeout", "300ms")))
                    .isEqualTo(Probe.unknown(server.host()
                            + " did not answer within 300 ms: is it up? Where it is only slow, raise timeout"));
        }
    }

    @Test
    void aServerThatTricklesIsNotWaitedForForEver() throws Exception {
        FaultyServer.Deed trickle = (client, request) -> {
            FaultyServer.write(client, "HTTP/1.1 200 OK\r\n");
            while (!Thread.currentThread().isInterrupted()) {
                FaultyServer.write(client, "X-More: 0123456789\r\n");
                // Waits for the client, which sends nothing, for a moment.
                client.setSoTimeout(50);
                try {
                    if (client.getInputStream().read() < 0) {
                        return;
                    }
                } catch (SocketTimeoutException e) {
                    continue;
                }
            }
        };
        try (FaultyServer server = FaultyServer.doing(trickle)) {
            assertThat(probe(server, Map.of("timeout", "400ms")).reason())
                    .startsWith(server.host() + " did not answer within 400 ms");
        }
    }

    @Test
    void aConnectionThatBreaksOffHalfWay() throws Exception {
        try (FaultyServer server = FaultyServer.doing(
                (client, request) -> FaultyServer.writeAndReset(client, "HTTP/1.1 200 OK\r\nContent-Le"))) {
            assertThat(probe(server, Map.of()))
                    .isEqualTo(
                            Probe.unknown(
                                    server.host()
                                            + " broke off its answer, or is no S3 server: ask again, and see whether endpoint is right"));
        }
        try (FaultyServer server = FaultyServer.doing((client, request) -> FaultyServer.writeAndReset(client, "HTT"))) {
            bothSay(server, " broke off its answer: ask again, and see to the network between");
        }
    }

    @Test
    void anAnswerThatIsShorterThanItSays() throws Exception {
        String listing =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5000\r\n\r\n<ListBucketResult><Contents>";
        try (FaultyServer server = FaultyServer.saying(status(200), listing)) {
            assertThat(listFailure(server)).startsWith(server.host() + " ").doesNotContain("<");
        }
    }

    @Test
    void aServerThatIsNone() throws Exception {
        String page = response(200, "<!doctype html><title>Log in<p>please", "Content-Type: text/html");
        try (FaultyServer server = FaultyServer.saying(status(404), page)) {
            assertThat(listFailure(server)).startsWith(server.host() + " does not answer as an S3 server would (");
        }
        try (FaultyServer server = FaultyServer.saying(status(404), response(404, "<html>not found</html>"))) {
            assertThat(probe(server, Map.of()))
                    .isEqualTo(Probe.unknown(server.host()
                            + " does not answer as an S3 server would (404): are endpoint and bucket right?"));
        }
    }

    @Test
    void aCertificateThatNobodySigned(@TempDir Path folder) throws Exception {
        try (FaultyServer server = FaultyServer.withOwnCertificate(folder)) {
            String host = server.host();
            try (LocationResolver place = place(server.settings(), Map.of("endpoint", "https://" + host))) {
                assertThat(place.probe(place.locate("a.fits")).reason())
                        .startsWith("the certificate of " + host + " is not trusted");
            }
        }
    }

    @Test
    void aServerWithoutTls() throws Exception {
        ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress()) {
            @Override
            public Socket accept() throws IOException {
                Socket client = super.accept();
                // It does not wait for the end of a request that is none.
                FaultyServer.write(client, status(400));
                return client;
            }
        };
        try (FaultyServer server = FaultyServer.on(plain, (client, request) -> {});
                LocationResolver place = place(server.settings(), Map.of("endpoint", "https://" + server.host()))) {
            assertThat(place.probe(place.locate("a.fits")))
                    .isEqualTo(Probe.unknown(
                            server.host() + " speaks no TLS: is it http instead of https, or another port?"));
        }
    }
}
