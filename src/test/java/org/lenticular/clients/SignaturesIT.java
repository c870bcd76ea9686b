package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.s3.Bucket;
import org.w3c.dom.Element;

/**
 * A signature opens a file to whoever reads it. It stands in the Location header and in cells of access_url, where it was asked for, and nowhere else
 * that the server writes: neither in its log, however much that tells, nor in other answers. The key that signs stands nowhere at all.
 */
final class SignaturesIT {
    private static final Pattern SIGNATURE = Pattern.compile("X-Amz-Signature=([0-9a-f]{64})");
    private static final String FILE = "/data/sky/2024/m31.fits";
    private static final String LINKS = "/vo/datalink/sky?ID=sky-0&ID=sky-1&ID=nothing";
    private static final String IMAGES = "/vo/sia?table=sky&POS=15,0&SIZE=12,1";

    /** Every signature that came in an answer. */
    private final List<String> given = new ArrayList<>();

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private BucketArchive archive;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        archive = new BucketArchive(home, "-DLENTICULAR_LOG_LEVEL=TRACE");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Answer get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(archive.server.address(address));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        Answer answer = Answer.of(client.send(request.build(), BodyHandlers.ofByteArray()));
        given.addAll(signatures(answer.headers().map() + answer.body()));
        return answer;
    }

    private static List<String> signatures(String text) {
        return SIGNATURE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static void hasNone(String what, String text) {
        assertThat(text).as(what).doesNotContain("X-Amz-Signature", Bucket.SECRET);
        assertThat(text).as(what).doesNotContain(URLEncoder.encode(Bucket.SECRET, StandardCharsets.UTF_8));
    }

    @Test
    void aSignatureReachesWhoAskedForItAndNobodyElse() throws Exception {
        for (String source : List.of("", "?source=bucket", "?source=signed", "?source=gone", "?source=gone,signed")) {
            Answer led = get(FILE + source);
            assertThat(signatures(led.headers().firstValue("Location").orElse("")))
                    .hasSize(1);
            hasNone(source, led.body());
            hasNone(
                    source,
                    send(HttpRequest.newBuilder(archive.server.address(FILE + source))
                                    .method("HEAD", BodyPublishers.noBody()))
                            .headers()
                            .map()
                            .toString());
        }
        inTheCellsOfAddressesOnly(LINKS + "&source=signed", 2);
        inTheCellsOfAddressesOnly(LINKS + "&source=gone,signed", 2);
        inTheCellsOfAddressesOnly(LINKS + "&source=all", 4);
        inTheCellsOfAddressesOnly(IMAGES + "&source=signed", 2);
        for (String format : List.of("csv", "tsv", "json", "ndjson", "text", "html")) {
            Answer answer = get(LINKS + "&source=signed&RESPONSEFORMAT=" + format);
            assertThat(signatures(answer.body()).stream().distinct()).as(format).hasSize(2);
            assertThat(answer.body()).as(format).doesNotContain(Bucket.SECRET);
            assertThat(answer.headers().firstValue("Cache-Control")).as(format).contains("private, no-store");
        }
        whatNobodyAskedFor();
        whatFails();

        assertThat(archive.server.logSince(0))
                .as("it tells all that it does")
                .contains("TRACE", FILE, "source=gone,signed");
        String log = archive.server.logSince(0);
        assertThat(log)
                .as("what is left of an address that a client pasted")
                .contains("path=k%3FX-Amz-Signature%3D...")
                .doesNotContain(Bucket.SECRET);
        assertThat(given)
                .hasSizeGreaterThan(20)
                .noneSatisfy(signature -> assertThat(log).contains(signature));
    }

    private void inTheCellsOfAddressesOnly(String address, int count) throws Exception {
        Answer answer = get(address);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(signatures(answer.body())).as(address).hasSize(count);
        List<Element> fields = answer.elements("FIELD");
        List<Element> cells = answer.elements("TD");
        assertThat(IntStream.range(0, cells.size())
                        .filter(i -> !signatures(cells.get(i).getTextContent()).isEmpty())
                        .mapToObj(i -> fields.get(i % fields.size()).getAttribute("name"))
                        .distinct())
                .isSubsetOf("access_url", "SIA_reference");
        hasNone(address, answer.headers().map().toString());
        assertThat(answer.headers().firstValue("Cache-Control")).as(address).contains("private, no-store");
    }

    private void whatNobodyAskedFor() throws Exception {
        for (String address : List.of(
                LINKS,
                LINKS + "&source=bucket",
                LINKS + "&RESPONSEFORMAT=html",
                IMAGES,
                IMAGES + "&RESPONSEFORMAT=html",
                "/vo/sia?table=sky&FORMAT=METADATA",
                "/",
                "/health/live",
                "/health/ready")) {
            Answer answer = get(address);
            assertThat(answer.status()).as(address).isEqualTo(200);
            hasNone(address, answer.headers().map() + answer.body());
        }
    }

    private void whatFails() throws Exception {
        String signed = get(FILE).headers().firstValue("Location").orElseThrow();
        String asValue = URLEncoder.encode(signed, StandardCharsets.UTF_8);
        String shortened =
                URLEncoder.encode("k?" + signed.substring(signed.indexOf("X-Amz-Signature")), StandardCharsets.UTF_8);
        for (String accept : List.of("*/*", "text/html", "application/x-votable+xml")) {
            for (String address : List.of(
                    FILE + "?source=nowhere",
                    "/data/sky/nothing.fits?source=signed",
                    "/data/sky?source=signed",
                    "/data/nothing/2024/m31.fits?source=signed",
                    LINKS + "&source=signed,nowhere",
                    LINKS + "&source=all,signed",
                    LINKS + "&source=signed&RESPONSEFORMAT=nothing",
                    LINKS + "&source=signed&MAXREC=-1",
                    "/vo/sia?table=sky&POS=10,0&SIZE=-1&source=signed",
                    "/data/sky?path=" + asValue,
                    "/data/sky?path=" + shortened,
                    "/nothing?source=signed")) {
                Answer answer = get(address, "Accept", accept);
                assertThat(answer.status()).as(address).isIn(200, 400, 404);
                hasNone(address, answer.headers().map() + answer.body());
            }
        }
    }
}
