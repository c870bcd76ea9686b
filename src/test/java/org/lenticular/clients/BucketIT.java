package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.s3.Bucket;

/** Files in a bucket that only its owner's key opens come to whoever asks Lenticular, byte for byte, whatever their names are. */
final class BucketIT {
    private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();
    private static final String M31 = "/data/sky/2024/m31.fits";

    @SuppressWarnings("NullAway.Init")
    private static BucketArchive archive;

    @TempDir
    private Path here = Path.of("");

    @BeforeAll
    static void open(@TempDir Path home) throws Exception {
        archive = new BucketArchive(home);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    @DisplayName("pyvo finds them; /data, signed addresses, boto3, s3fs and astropy fetch them")
    void notebook() throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        archive.files.forEach(
                (name, content) -> contents.put(name, HexFormat.of().formatHex(content)));
        Path table = here.resolve("files.json");
        new ObjectMapper().writeValue(table.toFile(), contents);
        Path python = new PythonEnvironment("cloud", SCRIPTS.resolve("requirements-cloud.txt")).interpreter();
        Command.run(
                        SCRIPTS,
                        List.of(
                                python.toString(),
                                SCRIPTS.resolve("bucket.py").toString(),
                                archive.server.base().toString(),
                                archive.endpoint(),
                                Bucket.ACCESS_KEY,
                                Bucket.SECRET,
                                table.toString()))
                .succeeded();
    }

    private Command curl(String address, String... options) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-g"));
        words.addAll(List.of(options));
        words.add(address.startsWith("/") ? archive.server.base() + address : address);
        return Command.run(here, words);
    }

    private byte[] fetched(String address, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-f", "-o", "fetched"));
        curl(address, all.toArray(String[]::new)).succeeded();
        return Files.readAllBytes(here.resolve("fetched"));
    }

    private static byte[] m31() {
        return archive.files.values().iterator().next();
    }

    @Test
    @DisplayName("curl -L is led to the bucket with a fresh signature, by GET and POST, also with -r and --compressed")
    void led() throws IOException {
        for (String source : List.of("", "?source=bucket", "?source=signed")) {
            assertThat(fetched(M31 + source, "-L")).as(source).isEqualTo(m31());
            assertThat(fetched(M31 + source, "-L", "--compressed")).as(source).isEqualTo(m31());
            assertThat(fetched(M31 + source, "-L", "-r", "0-9")).as(source).isEqualTo(Arrays.copyOf(m31(), 10));
            assertThat(fetched(M31 + source, "-L", "-r", "-2880"))
                    .as(source)
                    .isEqualTo(Arrays.copyOfRange(m31(), m31().length - 2880, m31().length));
        }
        assertThat(fetched("/data/sky", "-L", "-d", "path=2024/m31.fits")).isEqualTo(m31());
        assertThat(curl(M31, "-i").output())
                .startsWith("HTTP/1.1 302")
                .containsPattern("Cache-Control: private, max-age=[0-9]{1,2}\r?\n")
                .contains("Location: " + archive.endpoint() + "/images/public%20data/2024/m31.fits?X-Amz-");
    }

    @Test
    @DisplayName("curl -I is told length, type and tag here; at the signed address it is refused")
    void headers() {
        assertThat(curl(M31, "-I").succeeded().output().lines())
                .contains(
                        "HTTP/1.1 200 ",
                        "Content-Length: " + m31().length,
                        "Content-Type: application/fits",
                        "Accept-Ranges: bytes")
                .anyMatch(line -> line.matches("ETag: \"[0-9a-f]{32}\""))
                .noneMatch(line -> line.startsWith("Location:"));
        assertThat(curl(M31, "-I", "-L", "-o", "ignored", "-w", "%{http_code} %{num_redirects}")
                        .output())
                .isEqualTo("200 0");
        String signed = curl(M31, "-o", "ignored", "-w", "%{redirect_url}").output();
        assertThat(curl(signed, "-I").output()).startsWith("HTTP/1.1 403");
        assertThat(curl(signed.replace("m31", "m32"), "-o", "ignored", "-w", "%{http_code}")
                        .output())
                .isEqualTo("403");
    }
}
