package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.Probe.Found;
import org.lenticular.location.SettingProblem;

/** What a place must do with a real server, whoever wrote that: what was put there is found, by every way that there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BucketContract {
    static final String BUCKET = "images";

    private static final List<String> KEYS = List.of(
            "a.fits",
            "a b.fits",
            " a ",
            "a+b.fits",
            "100%.fits",
            "a%20b.fits",
            "a%2Fb.fits",
            "a#b.fits",
            "a?b&c=d.fits",
            "é/日本/𝔐.fits",
            "e\u0301.fits",
            "a//b.fits",
            "a///b.fits",
            "/lead.fits",
            "//lead.fits",
            "x/./y.fits",
            "x/../y.fits",
            "../y.fits",
            "a;b:c@d!'(x)*,$.fits",
            "a\"<b>\\^`{|}.fits",
            "a&amp;b.fits",
            "two\nlines.fits",
            "~t-_.fits",
            "CON");

    private final HttpClient http = HttpClient.newHttpClient();

    private final Path folder;

    BucketContract(Path folder) {
        this.folder = folder;
    }

    /** A server where nobody needs credentials. */
    abstract String openEndpoint();

    /** The same buckets; one where credentials are looked at, if there is such a server. */
    abstract String lockedEndpoint();

    abstract Bucket bucket();

    /** Whether this server cannot have such a key. */
    abstract boolean refuses(String key);

    /** The keys that this server can have; some other server has the rest. */
    Stream<String> keys() {
        return KEYS.stream().filter(key -> !refuses(key));
    }

    LocationResolver place(LocationResolver.Kind kind, String endpoint, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of("bucket", BUCKET, "endpoint", endpoint));
        if (kind instanceof GoogleKind) {
            settings.put("region", "us-central1");
        }
        settings.putAll(others);
        try {
            return kind.open(settings);
        } catch (SettingProblem e) {
            throw new AssertionError(e.key() + " " + e.getMessage(), e);
        }
    }

    Map<String, String> restricted() throws IOException {
        return Map.of("access", "restricted", "key_file", keyFile(Bucket.ACCESS_KEY, Bucket.SECRET));
    }

    String keyFile(String accessKey, String secret) throws IOException {
        return Files.writeString(
                        folder.resolve("keys-" + (accessKey + secret).hashCode()), accessKey + "\n" + secret + "\n")
                .toString();
    }

    static byte[] content(String key) {
        return ("the bytes of " + key).getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(Address address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address.text())).build(), BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void anyKeyIsFetchedProbedAndFoundWhereItWasPut(String key) throws Exception {
        bucket().put("round/" + key, content(key));
        bucket().put(key, content(key));
        for (LocationResolver.Kind kind : List.of(new S3Place.Kind(), new GoogleKind())) {
            String scheme = kind.name() + "://";
            try (LocationResolver open = place(kind, openEndpoint(), Map.of("prefix", "round/"));
                    LocationResolver closed = place(kind, lockedEndpoint(), restricted())) {
                Location behindPrefix = open.locate(key);
                assertThat(behindPrefix.text()).isEqualTo(scheme + BUCKET + "/round/" + key);
                Location whole = closed.locate(scheme + BUCKET + "/" + key);
                assertThat(whole.text()).isEqualTo(scheme + BUCKET + "/" + key);

                Address https = open.web(behindPrefix).orElseThrow();
                assertThat(https.lifetime()).isEmpty();
                assertThat(get(https).body()).isEqualTo(content(key));
                Address presigned = closed.web(whole).orElseThrow();
                assertThat(presigned.lifetime()).isPresent();
                HttpResponse<byte[]> got = get(presigned);
                assertThat(got.statusCode())
                        .as(new String(got.body(), StandardCharsets.UTF_8))
                        .isEqualTo(200);
                assertThat(got.body()).isEqualTo(content(key));

                Probe probe = closed.probe(whole);
                assertThat(probe.found()).as(probe.reason()).isEqualTo(Found.THERE);
                assertThat(probe.length()).isEqualTo((long) content(key).length);
                assertThat(probe.modified()).isNotNull();
                assertThat(probe.etag()).startsWith("\"").endsWith("\"");
                try (Stream<Listed> listed = closed.list(closed.locate("round/"))) {
                    assertThat(listed).contains(new Listed(key, probe.length(), probe.etag()));
                }
            }
        }
    }

    @Test
    void aDirectoryIsListedWithAllBelowItAndNothingBesideIt() throws Exception {
        for (String key : List.of("dir/", "dir/a", "dir/b/c", "dir/b/d e", "dirt", "di/r")) {
            bucket().put(key, content(key));
        }
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), restricted())) {
            for (String directory : List.of("dir/", "dir")) {
                try (Stream<Listed> listed = place.list(place.locate(directory))) {
                    assertThat(listed.map(Listed::name)).containsExactlyInAnyOrder("a", "b/c", "b/d e");
                }
            }
            try (Stream<Listed> listed = place.list(place.locate("nothing/"))) {
                assertThat(listed).isEmpty();
            }
        }
    }

    @Test
    void aDirectoryOfManyPagesIsListedWhole() throws Exception {
        for (int i = 0; i < 1005; i++) {
            bucket().put("many/%04d".formatted(i), new byte[0]);
        }
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), restricted());
                Stream<Listed> listed = place.list(place.locate("many/"))) {
            List<String> names = listed.map(Listed::name).toList();
            assertThat(names).hasSize(1005).doesNotHaveDuplicates().contains("0000", "1004");
        }
    }

    @Test
    void anObjectOfNoBytesIsThere() throws Exception {
        bucket().put("empty", new byte[0]);
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), restricted())) {
            Probe probe = place.probe(place.locate("empty"));
            assertThat(probe.found()).isEqualTo(Found.THERE);
            assertThat(probe.length()).isZero();
        }
    }

    @Test
    void aMissingObjectIsNotThereAndAMissingBucketIsAnotherMatter() throws Exception {
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), restricted())) {
            assertThat(place.probe(place.locate("nothing.fits")))
                    .isEqualTo(Probe.notThere("the bucket images has no object of this key"));
            Location elsewhere = place.locate("s3://no-such-bucket/a.fits");
            String host = URI.create(lockedEndpoint()).getAuthority();
            assertThat(place.probe(elsewhere))
                    .isEqualTo(Probe.unknown("there is no bucket no-such-bucket at " + host + ": is its name right?"));
            assertThat(catchThrowableOfType(PlaceException.class, () -> place.list(elsewhere)))
                    .hasMessage("there is no bucket no-such-bucket at " + host + ": is its name right?");
        }
    }

    @ParameterizedTest
    @CsvSource({"30m, 1800", "7d, 604800", "1s, 1", "90, 90"})
    void aSignatureLivesAsLongAsWasAsked(String lifetime, int seconds) throws Exception {
        bucket().put("a.fits", content("a.fits"));
        Map<String, String> settings = new HashMap<>(restricted());
        settings.put("lifetime", lifetime);
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), settings)) {
            Address address = place.web(place.locate("a.fits")).orElseThrow();
            assertThat(address.text()).contains("X-Amz-Expires=" + seconds + "&");
            assertThat(address.lifetime().orElseThrow()).hasSeconds(seconds);
        }
    }
}
