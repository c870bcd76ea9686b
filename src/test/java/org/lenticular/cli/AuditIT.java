package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive asks a web server and a folder for copies, as an operator has it do: {@code check --probe}, {@code audit}, {@code explain}. */
class AuditIT {
    private static final int IMAGES = 300;

    @TempDir
    private Path folder = Path.of("");

    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch many = new CountDownLatch(1);
    private volatile int hangsFrom = Integer.MAX_VALUE;
    private @Nullable HttpServer server;
    private Path config = Path.of("");

    private record Ended(int code, String out, String err) {}

    private HttpServer server() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.setExecutor(threads);
        started.createContext("/data/", this::answer);
        started.start();
        server = started;
        return started;
    }

    /** Has all but number 7, and number 9 one byte short. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (asked.incrementAndGet() >= hangsFrom) {
                many.countDown();
                new CountDownLatch(1).await();
            }
            String path = exchange.getRequestURI().getPath();
            int number = Integer.parseInt(path.replaceAll("\\D", ""));
            if (number == 7) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.getResponseHeaders()
                        .set("Content-Length", String.valueOf(length(number) - (number == 9 ? 1 : 0)));
                exchange.sendResponseHeaders(200, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int length(int number) {
        return 1000 + number;
    }

    @BeforeEach
    void load() throws Exception {
        Files.createDirectories(folder.resolve("files"));
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("t.csv"))) {
            csv.write("name,s_ra,s_dec,s_fov,size\n");
            for (int i = 0; i < IMAGES; i++) {
                csv.write("f" + i + "," + i % 360 + "," + i % 90 + ",0.1," + length(i) + "\n");
                if (i != 5) {
                    Files.write(folder.resolve("files").resolve("f" + i + ".fits"), new byte[length(i)]);
                }
            }
        }
        config = Files.writeString(
                folder.resolve("l.yaml"), """
                sources:
                  web: { kind: http, base: "http://127.0.0.1:%d/data/" }
                  disk: { kind: file, folder: files }
                  gc: {}
                collections:
                  c:
                    table: t.csv
                    datasets: { id: "{name}", products: [ { path: "{name}.fits", content_length: "{size}" } ] }
                    sources: { web: {}, disk: {}, gc: {} }
                """.formatted(server().getAddress().getPort()));
        assertThat(run("load").code()).isZero();
    }

    @AfterEach
    void stop() {
        stopServer();
        threads.shutdownNow();
    }

    private void stopServer() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Test
    void everyPlaceIsTriedByCheck() throws Exception {
        Ended fine = run("check", "--probe");
        assertThat(fine.out())
                .contains("no mistakes")
                .contains("c: web: there, 1,000 bytes (http://127.0.0.1:")
                .contains("c: disk: there, 1,000 bytes")
                .contains("c: gc: a name without a place");
        assertThat(fine.code()).isZero();

        stopServer();
        Ended wrong = run("check", "--probe");
        assertThat(wrong.out()).contains("c: web: WRONG: ");
        assertThat(wrong.err()).contains("1 place is not as the configuration says");
        assertThat(wrong.code()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsToldWrittenAndHandedOutNoMore() throws Exception {
        assertThat(explain("f7")).contains("source: web");
        Ended table = run("audit");
        assertThat(table.out())
                .contains("missing     c  web  http://127.0.0.1:", "/data/f7.fits", "other size  c  web")
                .contains("1,008 bytes, expected 1,009")
                .contains("missing     c  disk", "f5.fits")
                .contains("c: 300 products", "  web: 298 fine, 1 missing, 1 other size", "  disk: 299 fine, 1 missing");
        assertThat(table.code()).isEqualTo(1);

        Path csv = folder.resolve("audit.csv");
        Ended again = run("audit", "--format", "csv", "--output", csv.toString());
        assertThat(again.out()).isEmpty();
        assertThat(csv)
                .content()
                .contains("collection,source,dataset,")
                .contains("c,web,f7,f7.fits,#this,missing,1007,,");
        assertThat(run("audit", "--format", "json").out())
                .startsWith("{\"findings\":[{")
                .endsWith("}}}}\n")
                .contains("\"complete\":true");
        assertThat(asked).as("asked once, told three times").hasValue(IMAGES);

        assertThat(run("audit", "--write", "c").code()).isEqualTo(1);
        assertThat(explain("f7"))
                .contains("holds it: no: the catalogue says that there is no copy there", "source: disk");
        assertThat(explain("f7")).contains("source_note: no copy at web; this one is at disk");
    }

    @Test
    void stoppedItGoesOnWhereItWas() throws Exception {
        hangsFrom = 200;
        Process audit =
                start("audit", "--at-a-time", "4").redirectErrorStream(true).start();
        try {
            many.await();
            // Not INT, which is the same to the program: who runs the tests in the background lets all below ignore it.
            new ProcessBuilder("kill", "-TERM", String.valueOf(audit.pid()))
                    .start()
                    .waitFor();
            String told = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(told)
                    .contains("c: stopped; what was learned is kept")
                    .contains("products so far; the same command goes on from here")
                    .doesNotContain("Exception");
            assertThat(audit.waitFor()).isEqualTo(1);
        } finally {
            audit.destroyForcibly();
        }
        hangsFrom = Integer.MAX_VALUE;
        int before = asked.get();
        Ended rest = run("audit");
        assertThat(rest.err()).containsPattern("c: goes on behind 1\\d\\d products");
        assertThat(rest.out()).contains("c: 300 products", "  web: 298 fine, 1 missing, 1 other size");
        assertThat(asked.get() - before).isBetween(IMAGES - 199, 200);
    }

    private String explain(String id) throws IOException, InterruptedException {
        return run("explain", id).out();
    }

    private Ended run(String command, String... arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "audit", ".err");
        Process process = start(command, arguments).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private ProcessBuilder start(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Objects.requireNonNull(System.getProperty("lenticular.war")),
                command,
                "--config",
                config.toString()));
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all);
    }
}
