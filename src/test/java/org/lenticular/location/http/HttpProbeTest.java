package org.lenticular.location.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;

/** A real server on this machine is asked for copies. */
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

    static InetSocketAddress loopback() {
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

    static LocationResolver open(String base, String timeout) {
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
