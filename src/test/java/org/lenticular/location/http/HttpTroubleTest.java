package org.lenticular.location.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Probe;

/** What is told of servers that cannot be reached, or do not speak as web servers do. */
class HttpTroubleTest {
    private @Nullable LocationResolver place;

    @AfterEach
    void close() {
        if (place != null) {
            place.close();
        }
    }

    private Probe probe(String base, String at) {
        return probe(HttpProbeTest.open(base, "60"), at);
    }

    private Probe probe(LocationResolver opened, String at) {
        place = opened;
        return opened.probe(opened.locate(at));
    }

    @Test
    void aServerThatIsDownIsNotCalledEmpty() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(probe("http://127.0.0.1:" + port + "/", "a"))
                .isEqualTo(Probe.unknown("127.0.0.1:" + port + " refuses connections; does its web server run?"));
    }

    @Test
    void aHostThatIsNoneIsNamed() {
        assertThat(probe("http://nowhere.invalid/", "a"))
                .isEqualTo(Probe.unknown("there is no host called nowhere.invalid"));
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLongerThanSet() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String at = "127.0.0.1:" + silent.getLocalPort();
            assertThat(probe(HttpProbeTest.open("http://" + at + "/", "1"), "a"))
                    .isEqualTo(Probe.unknown(at + " does not answer within 1 s"));
        }
    }

    @Test
    void norOneWhoseAnswerComesDropByDrop() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(slow));
            dripping.start();
            String at = "127.0.0.1:" + slow.getLocalPort();
            assertThat(probe(HttpProbeTest.open("http://" + at + "/", "1"), "a"))
                    .isEqualTo(Probe.unknown(at + " does not answer within 1 s"));
            dripping.join();
        }
    }

    private static void drip(ServerSocket slow) {
        try (Socket socket = slow.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            // A byte whenever the client has said nothing for a moment: until it hangs up.
            socket.setSoTimeout(50);
            InputStream in = socket.getInputStream();
            while (true) {
                try {
                    if (in.read() < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    out.write('x');
                }
            }
        } catch (IOException e) {
            // It has hung up.
            return;
        }
    }

    @Test
    void aServerThatHangsUpIsToldSo() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread hangingUp = new Thread(() -> {
                try {
                    while (true) {
                        rude.accept().close();
                    }
                } catch (IOException e) {
                    // The test is over.
                    return;
                }
            });
            hangingUp.start();
            Probe probe = probe("http://127.0.0.1:" + rude.getLocalPort() + "/", "a");
            assertThat(probe.found()).isEqualTo(Probe.Found.UNKNOWN);
            assertThat(probe.reason()).startsWith("127.0.0.1:").hasLineCount(1);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsToldSo() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket socket = plain.accept()) {
                    // The whole greeting: a server that closes before it has read all resets the connection, which is
                    // another story.
                    socket.getInputStream().read(new byte[16 * 1024]);
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client hangs up as it likes.
                    return;
                }
            });
            answering.start();
            assertThat(probe("https://127.0.0.1:" + plain.getLocalPort() + "/", "a")
                            .reason())
                    .contains("do not agree on TLS: ");
            answering.join();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsToldSo(@TempDir Path folder) throws Exception {
        HttpsServer secured = HttpsServer.create(HttpProbeTest.loopback(), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        secured.start();
        try {
            Probe probe = probe("https://127.0.0.1:" + secured.getAddress().getPort() + "/", "a");
            assertThat(probe.found()).isEqualTo(Probe.Found.UNKNOWN);
            assertThat(probe.reason()).contains("do not agree on TLS: ").hasLineCount(1);
        } finally {
            secured.stop(0);
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        List<String> keytool = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString());
        assertThat(new ProcessBuilder(keytool).inheritIO().start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
