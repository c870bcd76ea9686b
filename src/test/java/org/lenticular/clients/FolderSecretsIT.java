package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder's files over bare connections: nothing beside them gets out, nothing wrong is said where one changes, and nothing is left open. */
final class FolderSecretsIT {
    private static final Path HOME = Path.of("target", "observatory-secrets");
    private static final int HUGE = 64 << 20;
    private static final int PATIENCE_MILLIS = 60_000;

    @SuppressWarnings("NullAway.Init")
    private static Observatory observatory;

    @BeforeAll
    static void open() throws Exception {
        observatory = Observatory.open(HOME);
    }

    @AfterAll
    static void close() {
        observatory.close();
    }

    private static String ask(String... lines) throws IOException {
        try (RawConnection connection = RawConnection.to(observatory.server)) {
            return connection.send(lines).answerUntilBreak();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/data/hill/../secret.txt",
                "/data/hill/2024/../../secret.txt",
                "/data/hill/%2e%2e/secret.txt",
                "/data/hill/%2E%2E%2Fsecret.txt",
                "/data/hill/..%2fsecret.txt",
                "/data/hill/%252e%252e/secret.txt",
                "/data/hill/%252e%252e%252fsecret.txt",
                "/data/hill/..%252fsecret.txt",
                "/data/hill/%c0%ae%c0%ae/secret.txt",
                "/data/hill/..%c0%afsecret.txt",
                "/data/hill/%e0%80%ae%e0%80%ae/secret.txt",
                "/data/hill/%uff0e%uff0e/secret.txt",
                "/data/hill/..\\secret.txt",
                "/data/hill/..%5csecret.txt",
                "/data/hill/..%5C..%5Csecret.txt",
                "/data/hill/C:%5Cwindows%5Cwin.ini",
                "/data/hill/..;/secret.txt",
                "/data/hill/..;x=y/secret.txt",
                "/data/hill/.;/../secret.txt",
                "/data/hill//../secret.txt",
                "/data/hill//etc/passwd",
                "/data/hill/%2fetc%2fpasswd",
                "/data/hill/etc/passwd",
                "/data/hill/m31.fits%00.txt",
                "/data/hill/2024/m31.fits%00",
                "/data/hill/%00",
                "/data/hill/2024/",
                "/data/hill/2024",
                "/data/hill/out.fits",
                "/data/hill/up/secret.txt",
                "/data/hill/pipe",
                "/data/hill/secret.txt",
                "/data/hill/file:///etc/passwd",
                "/data/../WEB-INF/web.xml",
                "/data/hill/../../../../../../etc/passwd",
                "/data/%2e%2e/%2e%2e/etc/passwd",
                "/data/hill?path=../secret.txt",
                "/data/hill?path=2024/../../secret.txt",
                "/data/hill?path=/../secret.txt",
                "/data/hill?path=%2e%2e/secret.txt",
                "/data/hill?path=%252e%252e/secret.txt",
                "/data/hill?path=..%252fsecret.txt",
                "/data/hill?path=..%5csecret.txt",
                "/data/hill?path=%c0%ae%c0%ae/secret.txt",
                "/data/hill?path=/etc/passwd",
                "/data/hill?path=file:///etc/passwd",
                "/data/hill?path=2024/m31.fits%00",
                "/data/hill?path=up/secret.txt"
            })
    void whateverThePathSaysNothingOutsideTheFolderIsSent(String address) throws IOException {
        for (String source : List.of("", "source=here")) {
            String whole = source.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + source;
            String answer = ask("GET " + whole + " HTTP/1.1", "Host: localhost", "Connection: close", "");
            // Those that the table lists lead on to the mirror, which is asked for the same path and not for a file of
            // ours.
            assertThat(answer).as(whole).matches("(?s)HTTP/1\\.1 (302|400|404) .*");
            assertThat(answer).as(whole).doesNotContain(Observatory.SECRET, "root:", "SIMPLE  =");
            Expectation.checkNothingOfTheInsideShows(answer);
        }
    }

    @Test
    void everyListedPathOutsideLeadsToTheMirrorOrNowhere() throws IOException {
        String links = ask("GET /vo/datalink/hill?" + ids() + " HTTP/1.1", "Host: localhost", "Connection: close", "");
        assertThat(links).startsWith("HTTP/1.1 200").contains("hill-22").doesNotContain("file:");
        String images =
                ask("GET /vo/sia?table=hill&POS=18,0&SIZE=20,2 HTTP/1.1", "Host: localhost", "Connection: close", "");
        assertThat(images).contains("/data/hill/2024/m31.fits?source=here").doesNotContain("file:");
    }

    private static String ids() {
        return java.util.stream.IntStream.range(0, 23)
                .mapToObj(i -> "ID=hill-" + i)
                .collect(java.util.stream.Collectors.joining("&"));
    }

    /** An answer whose head is read, and whose body is not yet. */
    private record Begun(Socket socket, InputStream in, String head) implements AutoCloseable {
        static Begun get(String address) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), observatory.server.port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    throw new IOException("no head: " + head);
                }
                head.append((char) c);
            }
            return new Begun(socket, in, head.toString());
        }

        /** How many bytes come before the connection ends, or so many have come. */
        long count(long most) {
            byte[] piece = new byte[64 * 1024];
            long count = 0;
            try {
                while (count < most) {
                    int read = in.read(piece, 0, (int) Math.min(piece.length, most - count));
                    if (read < 0) {
                        break;
                    }
                    count += read;
                }
            } catch (IOException e) {
                // Reset: an end too.
                return count;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aFileThatGetsShorterWhileItIsSentBreaksTheConnection() throws IOException {
        try (Begun begun = Begun.get("/data/hill/shrinks.fits")) {
            assertThat(begun.head()).contains("Content-Length: " + HUGE);
            try (RandomAccessFile file = new RandomAccessFile(
                    observatory.files.resolve("shrinks.fits").toFile(), "rw")) {
                file.setLength(1000);
            }
            assertThat(begun.count(Long.MAX_VALUE)).isLessThan(HUGE);
        }
        String next = ask("GET /data/hill/shrinks.fits HTTP/1.1", "Host: localhost", "Connection: close", "");
        assertThat(next).startsWith("HTTP/1.1 200").contains("Content-Length: 1000\r\n");
    }

    @Test
    void aFileThatIsTakenAwayWhileItIsSentIsSentToItsEnd() throws IOException {
        try (Begun begun = Begun.get("/data/hill/goes.fits?source=here")) {
            assertThat(begun.count(1000)).isEqualTo(1000);
            Files.delete(observatory.files.resolve("goes.fits"));
            assertThat(begun.count(HUGE - 1000)).isEqualTo(HUGE - 1000);
        }
    }

    @Test
    void theConnectionIsGoodForTheNextRequest() throws IOException {
        String get = "GET /data/hill/2024/m31.fits HTTP/1.1\r\nHost: localhost\r\n";
        String all = ask(get + "\r\n" + get + "Range: bytes=0-8\r\n\r\n" + get + "Range: bytes=0-8,80-88\r\n\r\n"
                + get.replace("GET", "HEAD") + "\r\n" + get + "Range: bytes=99999999-\r\nConnection: close\r\n");
        assertThat(Stream.of(all.split("HTTP/1\\.1 ")).skip(1).map(answer -> answer.substring(0, 3)))
                .containsExactly("200", "206", "206", "200", "416");
    }

    @Test
    void readersThatAreManyAndSlowHoldNoThread() throws IOException {
        List<Begun> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 250; i++) {
                readers.add(Begun.get("/data/hill/huge.fits"));
            }
            assertThat(ask("GET /health/live HTTP/1.1", "Host: localhost", "Connection: close", ""))
                    .startsWith("HTTP/1.1 200");
            assertThat(threads()).isLessThan(100);
        } finally {
            for (Begun reader : readers) {
                reader.close();
            }
        }
    }

    private static long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(observatory.server.pid()), "task"))) {
            return tasks.filter(task -> name(task).startsWith("lenticular-")).count();
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm"));
        } catch (IOException e) {
            return "gone";
        }
    }

    @Test
    void noFileStaysOpen() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (Begun begun = Begun.get("/data/hill/huge.fits")) {
                assertThat(begun.count(100)).isEqualTo(100);
            }
            ask(
                    "GET /data/hill/2024/m31.fits HTTP/1.1",
                    "Host: localhost",
                    "Range: bytes=0-10,100-200",
                    "Connection: close",
                    "");
            ask("HEAD /data/hill/2024/m31.fits HTTP/1.1", "Host: localhost", "Connection: close", "");
        }
        // The server notices one after the other that its clients have gone; asking it something gives it the time.
        for (int i = 0; i < 10_000 && openFiles() > 0; i++) {
            ask("GET /health/live HTTP/1.1", "Host: localhost", "Connection: close", "");
        }
        assertThat(openFiles()).isZero();
    }

    private static long openFiles() throws IOException {
        Path folder = observatory.files.toRealPath();
        try (Stream<Path> handles = Files.list(Path.of("/proc", String.valueOf(observatory.server.pid()), "fd"))) {
            return handles.filter(handle -> {
                        try {
                            return Files.readSymbolicLink(handle).startsWith(folder);
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    void aPreflightAllowsWhatPartsNeed() throws IOException {
        assertThat(ask("OPTIONS /data/hill/2024/m31.fits HTTP/1.1", "Host: localhost", "Connection: close", ""))
                .contains("Access-Control-Allow-Headers: Content-Type, Range, If-Range,");
    }
}
