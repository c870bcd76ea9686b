package org.lenticular.location.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;

/** Real servers on this machine are asked for copies, good ones and those with troubles. */
class HttpProbeTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private @Nullable LocationResolver place;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(loopback(), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        if (place != null) {
            place.close();
        }
        server.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private Probe probe(String at) {
        return probe(base(), at);
    }

    private Probe probe(String base, String at) {
        return probe(open(base, "60"), at);
    }

    private Probe probe(LocationResolver opened, String at) {
        place = opened;
        return opened.probe(opened.locate(at));
    }

    private static LocationResolver open(String base, String timeout) {
        try {
            return new HttpPlace.Kind().open(Map.of("base", base, "timeout", timeout));
        } catch (SettingProblem e) {
            throw new AssertionError(e);
        }
    }

    /** Answers with this status and these headers, one behind the other; {@code Content-Length} without a body, as to HEAD. */
    private void answer(String path, int status, String... headers) {
        server.createContext(path, exchange -> {
            note(exchange);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private void note(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (range == null ? "" : " " + range));
    }

    @Test
    void aCopyIsThereWithWhatTheServerTellsOfIt() {
        answer(
                "/a b.fits",
                200,
                "Content-Length",
                "5000000000",
                "ETag",
                "\"x-1\"",
                "Last-Modified",
                "Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(probe("a b.fits"))
                .isEqualTo(Probe.there(5_000_000_000L, "\"x-1\"", Instant.parse("1994-11-06T08:49:37Z")));
        assertThat(asked).containsExactly("HEAD /a%20b.fits");
    }

    @Test
    void whatTheServerDoesNotTellIsNotMadeUp() {
        answer("/a", 200, "Last-Modified", "yesterday", "Content-Encoding", "gzip", "Content-Length", "5");
        assertThat(probe("a")).isEqualTo(Probe.there(null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_THERE, answers 404",
        "410, NOT_THERE, answers 410",
        "401, UNKNOWN, answers 401: it lets this machine read nothing there",
        "403, UNKNOWN, answers 403: it lets this machine read nothing there",
        "429, UNKNOWN, answers 429",
        "500, UNKNOWN, answers 500: it has troubles of its own",
        "503, UNKNOWN, answers 503: it has troubles of its own",
        "300, UNKNOWN, answers 300",
        "302, UNKNOWN, answers 302"
    })
    void aStatusSaysWhetherItIsThere(int status, Probe.Found found, String reason) {
        answer("/a", status);
        Probe probe = probe("a");
        assertThat(probe.found()).isEqualTo(found);
        assertThat(probe.reason()).isEqualTo("127.0.0.1:" + server.getAddress().getPort() + " " + reason);
    }

    @ParameterizedTest
    @CsvSource({"403", "405", "501"})
    void aServerThatRefusesHeadIsAskedForOneByte(int refusal) {
        server.createContext("/a", exchange -> {
            note(exchange);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().add("Content-Range", "bytes 0-0/4242");
            exchange.sendResponseHeaders(head ? refusal : 206, head ? -1 : 1);
            if (!head) {
                exchange.getResponseBody().write('S');
            }
            exchange.close();
        });
        assertThat(probe("a")).isEqualTo(Probe.there(4242L, null, null));
        assertThat(asked).containsExactly("HEAD /a", "GET /a bytes=0-0");
    }

    @Test
    void anEmptyFileHasNoFirstByteAndIsThereAllTheSame() {
        server.createContext("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Range", "bytes */0");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 405 : 416, -1);
            exchange.close();
        });
        assertThat(probe("a")).isEqualTo(Probe.there(0L, null, null));
    }

    @Test
    void aServerThatKnowsNoRangesDoesNotSendAllOfIt() throws Exception {
        server.createContext("/a", exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
                exchange.close();
                return;
            }
            exchange.sendResponseHeaders(200, 1L << 40);
            byte[] piece = new byte[1 << 16];
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(piece);
                }
            }
        });
        assertThat(probe("a")).isEqualTo(Probe.there(1L << 40, null, null));
    }

    @Test
    void aRedirectIsFollowedToTheCopyAlsoOnAnotherServer() throws IOException {
        HttpServer other = HttpServer.create(loopback(), 0);
        other.createContext("/there", exchange -> {
            exchange.getResponseHeaders().add("Content-Length", "7");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        answer("/b", 307, "Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/there");
        answer("/a", 301, "Location", "b");
        try {
            assertThat(probe("a").length()).isEqualTo(7);
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://elsewhere.org/a?secret=1, leads to what is no web address: 'ftp://elsewhere.org/a'",
        "file:///etc/passwd, leads to what is no web address: 'file:///etc/passwd'",
        "http://, leads to what is no web address: 'http://'",
        "http://a b/, leads to what is no web address: 'http://a b/'",
        "a, leads on more than 5 times"
    })
    void aRedirectThatLeadsNowhereIsToldAndNotFollowed(String location, String reason) {
        answer("/a", 302, "Location", location);
        Probe probe = probe("a");
        assertThat(probe.found()).isEqualTo(Probe.Found.UNKNOWN);
        assertThat(probe.reason()).endsWith(reason);
        assertThat(asked).hasSizeLessThanOrEqualTo(6);
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
            assertThat(probe(open("http://" + at + "/", "1"), "a"))
                    .isEqualTo(Probe.unknown(at + " does not answer within 1 s"));
        }
    }

    @Test
    void norOneWhoseAnswerComesDropByDrop() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(slow));
            dripping.start();
            String at = "127.0.0.1:" + slow.getLocalPort();
            assertThat(probe(open("http://" + at + "/", "1"), "a"))
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
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
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
        HttpsServer secured = HttpsServer.create(loopback(), 0);
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

    @Test
    void whatIsNoWebAddressIsNotAsked() {
        assertThat(probe("s3://bucket/a")).isEqualTo(Probe.unknown("is no web address"));
        assertThat(probe("http://[/a?signature=secret").reason())
                .isEqualTo("is no address that can be asked: 'http://[/a'");
    }

    @Test
    void aPlaceThatIsClosedAsksNobody() {
        LocationResolver closed = open(base(), "60");
        closed.close();
        closed.close();
        assertThat(closed.probe(closed.locate("a")).found()).isEqualTo(Probe.Found.UNKNOWN);
        assertThat(asked).isEmpty();
    }

    @Test
    void itListsNothing() {
        LocationResolver opened = open(base(), "60");
        assertThatThrownBy(() -> opened.list(opened.locate("a/")))
                .isInstanceOf(PlaceException.class)
                .hasMessageContaining("let a table list the files");
    }

    @Test
    void aClosedPlaceLeavesNothingOfItsApplication() throws Exception {
        answer("/a", 200);
        WeakReference<ClassLoader> application = new WeakReference<>(asAnApplication());
        // The client's thread looks every three seconds whether anybody still has the client.
        for (int i = 0; i < 1000 && application.get() != null; i++) {
            System.gc();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("HttpClient-")) {
                    thread.join(100);
                }
            }
        }
        assertThat(application.get()).isNull();
    }

    /** In a class loader of its own, as in a container: asks, closes, and gives back the loader. */
    private ClassLoader asAnApplication() throws Exception {
        URL[] classes = {Path.of("target", "classes").toUri().toURL()};
        URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object kind = loader.loadClass(HttpPlace.Kind.class.getName())
                    .getConstructor()
                    .newInstance();
            Object opened = kind.getClass().getMethod("open", Map.class).invoke(kind, Map.of("base", base()));
            Object location =
                    opened.getClass().getMethod("locate", String.class).invoke(opened, "a");
            Object said =
                    opened.getClass().getMethod("probe", location.getClass()).invoke(opened, location);
            assertThat(said.toString()).contains("THERE");
            opened.getClass().getMethod("close").invoke(opened);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(each -> each != thread && each.getContextClassLoader() == loader);
            return loader;
        } finally {
            thread.setContextClassLoader(own);
            loader.close();
        }
    }
}
