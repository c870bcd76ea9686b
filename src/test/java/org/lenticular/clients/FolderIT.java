package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people have fetches files of a folder from Lenticular, and copies elsewhere through it: curl, wget, astropy. */
final class FolderIT {
    private static final Path HOME = Path.of("target", "observatory");
    private static final String M31 = "/data/hill/2024/m31.fits";

    @SuppressWarnings("NullAway.Init")
    private static Observatory observatory;

    @TempDir
    private Path here = Path.of("");

    @BeforeAll
    static void open() throws Exception {
        observatory = Observatory.open(HOME);
    }

    @AfterAll
    static void close() {
        observatory.close();
    }

    private Command curl(String path, String... options) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-g"));
        words.addAll(List.of(options));
        words.add(observatory.server.base() + path);
        return Command.run(here, words);
    }

    /** The bytes that curl gets. */
    private byte[] fetched(String path, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-o", "fetched"));
        curl(path, all.toArray(String[]::new)).succeeded();
        return Files.readAllBytes(here.resolve("fetched"));
    }

    @Test
    @DisplayName("curl -I: length, type, tag, and that parts can be had")
    void head() {
        assertThat(curl(M31, "-I").succeeded().output().lines())
                .contains(
                        "HTTP/1.1 200 ",
                        "Content-Length: " + observatory.image.length,
                        "Content-Type: image/fits",
                        "Accept-Ranges: bytes",
                        "Access-Control-Allow-Origin: *",
                        "Access-Control-Expose-Headers: Content-Length, Content-Range, ETag, Accept-Ranges, Link, Location, Retry-After, Lenticular-Warning")
                .anyMatch(line -> line.matches("ETag: \"[0-9a-f]+\""))
                .anyMatch(line -> line.startsWith("Last-Modified: "));
    }

    @Test
    @DisplayName("curl: the file, byte for byte, also through a link that stays inside, and with any name")
    void whole() throws IOException {
        for (String path : List.of(
                M31,
                "/data/hill/in.fits",
                "/data/hill/2024/n%C3%A4her%20%2B%20%22fern%22.fits",
                "/data/hill?path=2024/100%25.fits",
                "/data/hill?path=2024/m31.fits&source=here")) {
            assertThat(fetched(path)).as(path).isEqualTo(observatory.image);
        }
        assertThat(fetched("/data/hill/empty.fits")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0-79, 0, 80", "2880-102879, 2880, 102880", "-2880, -2880, 0", "2000000-, 2000000, 0"})
    @DisplayName("curl -r: a part")
    void part(String range, int from, int end) throws IOException {
        int length = observatory.image.length;
        assertThat(fetched(M31, "-r", range))
                .isEqualTo(Arrays.copyOfRange(
                        observatory.image, from < 0 ? length + from : from, end == 0 ? length : end));
    }

    @Test
    @DisplayName("curl -r with several ranges: one body of as many parts")
    void parts() throws IOException {
        byte[] body = fetched(M31, "-r", "0-8,80-88,-2880", "-D", "headers");
        assertThat(Files.readString(here.resolve("headers")))
                .startsWith("HTTP/1.1 206")
                .contains("Content-Type: multipart/byteranges; boundary=", "Content-Length: " + body.length);
        assertThat(new String(body, StandardCharsets.ISO_8859_1))
                .contains(
                        "Content-Range: bytes 0-8/" + observatory.image.length + "\r\n\r\nSIMPLE  =\r\n--",
                        "Content-Range: bytes 80-88/" + observatory.image.length + "\r\n\r\nBITPIX  =\r\n--")
                .endsWith("--\r\n");
    }

    @Test
    @DisplayName("curl -r past the end: 416, and how long it is")
    void pastTheEnd() {
        assertThat(curl(M31, "-r", "100000000-", "-i").output())
                .startsWith("HTTP/1.1 416")
                .contains("Content-Range: bytes */" + observatory.image.length, "UsageFault: Range: the file has");
    }

    @Test
    @DisplayName("curl --compressed: a file is not compressed, whatever the client takes")
    void compressed() throws IOException {
        assertThat(fetched("/data/hill/log.txt", "--compressed", "-D", "headers"))
                .isEqualTo(Files.readAllBytes(observatory.files.resolve("log.txt")));
        assertThat(Files.readString(here.resolve("headers")))
                .contains("Content-Length: 220000")
                .doesNotContain("Content-Encoding");
        assertThat(fetched("/data/hill/log.txt", "--compressed", "-r", "10-19"))
                .isEqualTo("lear night".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("curl -z, --etag-compare: who has it gets nothing")
    void conditional() {
        curl(M31, "-o", "m31.fits", "--etag-save", "etag", "-R").succeeded();
        assertThat(curl(M31, "--etag-compare", "etag", "-o", "second", "-w", "%{http_code} %{size_download}")
                        .output())
                .isEqualTo("304 0");
        assertThat(curl(M31, "-z", "m31.fits", "-o", "third", "-w", "%{http_code} %{size_download}")
                        .output())
                .isEqualTo("304 0");
    }

    @Test
    @DisplayName("curl -C -, wget -c: a download that broke off goes on")
    void resumed() throws IOException {
        Files.write(here.resolve("m31.fits"), Arrays.copyOf(observatory.image, 1_000_000));
        assertThat(curl(M31, "-C", "-", "-o", "m31.fits", "-w", "%{size_download}")
                        .succeeded()
                        .output())
                .endsWith(String.valueOf(observatory.image.length - 1_000_000));
        assertThat(Files.readAllBytes(here.resolve("m31.fits"))).isEqualTo(observatory.image);

        Files.write(here.resolve("m31.fits"), Arrays.copyOf(observatory.image, 1_000_000));
        assertThat(wget("-c", observatory.server.base() + M31)).contains("206 ", "remaining");
        assertThat(Files.readAllBytes(here.resolve("m31.fits"))).isEqualTo(observatory.image);
    }

    private String wget(String... words) {
        if (Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.exists(Path.of(folder, "wget")))) {
            abort("there is no wget here");
        }
        return Command.run(
                        here, Stream.concat(Stream.of("wget"), Stream.of(words)).toList())
                .succeeded()
                .output();
    }

    @Test
    @DisplayName("curl -OJ, wget --content-disposition: the name is the file's where the address does not show it")
    void name() throws IOException {
        curl("/data/hill?path=2024/m31.fits", "-OJ").succeeded();
        assertThat(Files.readAllBytes(here.resolve("m31.fits"))).isEqualTo(observatory.image);
        Files.delete(here.resolve("m31.fits"));
        wget("--content-disposition", observatory.server.base() + "/data/hill?path=2024/m31.fits");
        assertThat(Files.readAllBytes(here.resolve("m31.fits"))).isEqualTo(observatory.image);
    }

    @Test
    @DisplayName("a copy elsewhere: curl -L and wget are led there, with their Range; curl -I is told here")
    void elsewhere() throws IOException {
        String mirror = "/data/hill/2024/m31.fits?source=mirror";
        observatory.mirrored.clear();
        assertThat(curl(mirror, "-I").output())
                .startsWith("HTTP/1.1 200")
                .contains("Accept-Ranges: bytes", "Content-Type: image/fits")
                .doesNotContain("Location:", "Content-Length:");
        assertThat(curl("/data/hill/log.txt?source=mirror", "-I", "--compressed")
                        .output())
                .doesNotContain("gzip", "Content-Length:");
        assertThat(observatory.mirrored).isEmpty();
        assertThat(curl(mirror, "-i").output())
                .startsWith("HTTP/1.1 302")
                .contains("Cache-Control: public, max-age=60", "Content-Length: 0");

        assertThat(fetched(mirror, "-L")).isEqualTo(observatory.image);
        assertThat(fetched(mirror, "-L", "-r", "80-159")).isEqualTo(Arrays.copyOfRange(observatory.image, 80, 160));
        Files.write(here.resolve("part"), Arrays.copyOf(observatory.image, 1_000_000));
        wget("-c", "-O", "part", observatory.server.base() + mirror);
        assertThat(Files.readAllBytes(here.resolve("part"))).isEqualTo(observatory.image);
        assertThat(observatory.mirrored).containsExactly("-", "bytes=80-159", "bytes=1000000-");
    }

    @Test
    @DisplayName("a file that is not in the folder after all comes from the mirror")
    void fallsBack() throws IOException {
        assertThat(fetched("/data/hill/only-at-mirror.fits", "-L")).isEqualTo(observatory.image);
    }

    @Test
    @DisplayName("a fault is plain words for curl, a page for a browser, a VOTable for who names it")
    void faults() {
        assertThat(curl("/data/hill/nothing.fits", "-i").output())
                .startsWith("HTTP/1.1 404")
                .endsWith("\r\n\r\nNotFoundFault: there is no product of this path in hill\n");
        assertThat(curl("/data/nothing/nothing.fits").output()).contains("the collections are: hill");
        assertThat(curl("/data/hill/nothing.fits", "-H", "Accept: text/html,*/*;q=0.8")
                        .output())
                .contains("<html", "NotFoundFault");
        assertThat(curl("/data/hill/nothing.fits", "-H", "Accept: application/x-votable+xml")
                        .output())
                .contains("<VOTABLE", "NotFoundFault");
    }

    @Test
    @DisplayName("astropy: searched and linked with pyvo, opened with fits.open; requests takes parts of it")
    void astropy() {
        Pyvo.V1_9.walk(
                "folder.py",
                observatory.server.base(),
                observatory.files.resolve("2024/m31.fits").toAbsolutePath());
    }
}
