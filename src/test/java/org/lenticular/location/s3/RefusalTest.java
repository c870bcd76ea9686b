package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.lenticular.location.s3.FaultyPlace.listFailure;
import static org.lenticular.location.s3.FaultyPlace.place;
import static org.lenticular.location.s3.FaultyPlace.probe;
import static org.lenticular.location.s3.FaultyServer.error;
import static org.lenticular.location.s3.FaultyServer.response;
import static org.lenticular.location.s3.FaultyServer.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** What is told of a server that answers, and does not do what it is asked: which of the many reasons it is, and what to do. */
class RefusalTest {
    private final Map<String, String> keys;
    private final String keyFile;

    RefusalTest(@TempDir Path folder) throws IOException {
        keyFile = Files.writeString(folder.resolve("keys"), "AKIATEST\nhush\n").toString();
        keys = Map.of("access", "restricted", "key_file", keyFile);
    }

    @Test
    void aServerThatAsksForFewerRequestsIsAskedTwiceAndNoMore() throws Exception {
        try (FaultyServer server = FaultyServer.saying(status(503), error(503, "SlowDown"))) {
            assertThat(probe(server, Map.of()))
                    .isEqualTo(Probe.unknown(
                            server.host() + " asks for fewer requests (503): ask again later, and less at a time"));
            assertThat(server.requests()).hasSize(2);
            assertThat(listFailure(server))
                    .isEqualTo(server.host()
                            + " asks for fewer requests (503 SlowDown): ask again later, and less at a time");
        }
    }

    @Test
    void aRefusalThatPassesIsNotTold() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (FaultyServer server = FaultyServer.doing((client, request) -> FaultyServer.write(
                client,
                times.getAndIncrement() == 0
                        ? status(503)
                        : "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nETag: \"e\"\r\nConnection: close\r\n\r\n"))) {
            assertThat(probe(server, Map.of())).isEqualTo(Probe.there(7L, "\"e\"", null));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | InternalError | HOST fails (500): ask again later",
                "404 | NoSuchBucket | there is no bucket images at HOST: is its name right?",
                "403 | InvalidAccessKeyId | the access key of credentials in FILE is not known to HOST",
                "403 | SignatureDoesNotMatch | HOST refuses the signature: the secret of credentials in FILE does not belong to its access key",
                "400 | ExpiredToken | the session of credentials in FILE is over, or none of HOST: log in again, or renew them",
                "403 | AccessDenied | with credentials in FILE one may not read this in the bucket images, or it has no such object: they need"
                        + " s3:GetObject, and s3:ListBucket to tell one from the other (403 AccessDenied); does the requester pay here?",
                "400 | <b>Ha</b> | HOST does not answer as an S3 server would (400): are endpoint and bucket right?",
                "301 | PermanentRedirect | the bucket images is elsewhere than at HOST (301), and it does not say where: are endpoint and region right?"
            })
    void whichOfTheManyRefusalsItIs(int status, String code, String reason) throws Exception {
        try (FaultyServer server = FaultyServer.saying(status(status), error(status, code))) {
            assertThat(probe(server, keys))
                    .isEqualTo(
                            Probe.unknown(reason.replace("HOST", server.host()).replace("FILE", keyFile)));
        }
    }

    @Test
    void anonymouslyAMissingObjectAndAHiddenOneLookAlikeAndTheReasonSaysSo() throws Exception {
        try (FaultyServer server = FaultyServer.saying(status(403), error(403, "AccessDenied"))) {
            assertThat(probe(server, Map.of()))
                    .isEqualTo(
                            Probe.unknown("the bucket images lets nobody read this without credentials, or has no such"
                                    + " object: where one may not list, both look alike (403 AccessDenied)"));
        }
    }

    @Test
    void aBucketInAnotherRegionIsToldWithItsRegion() throws Exception {
        String reason = "the bucket images is in eu-west-1, not in us-east-1: write region: eu-west-1";
        String moved = status(301, "x-amz-bucket-region: eu-west-1");
        try (FaultyServer server = FaultyServer.saying(moved, moved)) {
            assertThat(probe(server, keys)).isEqualTo(Probe.unknown(reason));
            assertThat(server.requests()).as("HEAD said it").hasSize(1);
            assertThat(listFailure(server)).isEqualTo(reason);
        }
        String malformed = error(400, "AuthorizationHeaderMalformed")
                .replace("No.", "the region 'us-east-1' is wrong; expecting 'eu-west-1'")
                .replaceFirst("Content-Length: [0-9]+", "X-None: 0");
        try (FaultyServer server = FaultyServer.saying(status(400), malformed)) {
            assertThat(probe(server, keys)).isEqualTo(Probe.unknown(reason));
        }
    }

    @Test
    void aClockThatIsWrongIsToldEachTimeAndNotCorrectedInSilence() throws Exception {
        try (FaultyServer server = FaultyServer.doing((client, request) -> {
                    String date = "Date: "
                            + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    Instant.now().minus(Duration.ofHours(1)).atZone(ZoneOffset.UTC));
                    FaultyServer.write(
                            client,
                            request.startsWith("HEAD ") ? status(403, date) : error(403, "RequestTimeTooSkewed", date));
                });
                LocationResolver place = place(server.settings(), keys)) {
            for (int i = 0; i < 2; i++) {
                assertThat(place.probe(place.locate("a.fits")))
                        .isEqualTo(Probe.unknown("the clock of this machine is 60 min ahead of that of " + server.host()
                                + ": set it (NTP), or no signature will be taken"));
            }
            assertThat(server.requests())
                    .allSatisfy(request ->
                            assertThat(signedAt(request)).isCloseTo(Instant.now(), within(30, ChronoUnit.MINUTES)));
        }
    }

    private static Instant signedAt(String request) {
        String date = request.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-amz-date:"))
                .findFirst()
                .orElseThrow();
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
                .parse(date.substring(date.indexOf(':') + 1).strip(), Instant::from);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GLACIER | no-such-header: 0 | it lies in the storage class GLACIER, where nobody can read it: restore it first",
                "DEEP_ARCHIVE | x-amz-restore: ongoing-request=\"true\" | it lies in the storage class DEEP_ARCHIVE, where nobody can read it: restore it first",
                "GLACIER | x-amz-restore: ongoing-request=\"false\", expiry-date=\"Fri, 21 Dec 2035 00:00:00 GMT\" | ''",
                "GLACIER_IR | no-such-header: 0 | ''"
            })
    void anObjectThatSleepsCannotBeRead(String storage, String restore, String reason) throws Exception {
        String head = status(200, "ETag: \"e\"", "x-amz-storage-class: " + storage, restore);
        try (FaultyServer server = FaultyServer.saying(head, head)) {
            assertThat(probe(server, Map.of()).reason()).isEqualTo(reason);
        }
    }

    @Test
    void aRegionThatAServerOfSomebodysOwnNamesHidesNoMissingObject() throws Exception {
        String region = "x-amz-bucket-region: elsewhere";
        try (FaultyServer server = FaultyServer.saying(status(404, region), error(404, "NoSuchKey", region))) {
            assertThat(probe(server, Map.of()).found()).isEqualTo(Probe.Found.NOT_THERE);
        }
    }

    @Test
    void aHeadThatIsForbiddenDoesNotHideAnObjectThatMayBeRead() throws Exception {
        String byteOne = "HTTP/1.1 206 X\r\nConnection: close\r\nContent-Length: 1\r\nContent-Range: bytes 0-0/4711\r\n"
                + "ETag: \"e\"\r\n\r\nx";
        try (FaultyServer server = FaultyServer.saying(status(403), byteOne)) {
            assertThat(probe(server, Map.of())).isEqualTo(Probe.there(4711L, "\"e\"", null));
        }
    }

    @Test
    void aListingThatFailsBehindItsFirstPageBreaksTheStream() throws Exception {
        String first = response(
                200,
                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"
                        + "<Contents><Key>dir/a</Key><Size>1</Size></Contents></ListBucketResult>");
        try (FaultyServer server = FaultyServer.doing((client, request) -> FaultyServer.write(
                        client, request.contains("continuation-token") ? error(403, "AccessDenied") : first));
                LocationResolver place = place(server.settings(), Map.of());
                Stream<Listed> listed = place.list(place.locate("dir/"))) {
            List<Listed> got = new ArrayList<>();
            UncheckedIOException broken =
                    catchThrowableOfType(UncheckedIOException.class, () -> listed.forEach(got::add));
            assertThat(got).containsExactly(new Listed("a", 1L, null));
            assertThat(broken.getCause()).isInstanceOf(PlaceException.class);
        }
    }

    @Test
    void aListingThatGoesRoundInCirclesEnds() throws Exception {
        String same = response(
                200,
                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListBucketResult>");
        try (FaultyServer server = FaultyServer.saying(status(200), same);
                LocationResolver place = place(server.settings(), Map.of());
                Stream<Listed> listed = place.list(place.locate("dir/"))) {
            assertThat(catchThrowableOfType(UncheckedIOException.class, listed::count))
                    .hasMessageContaining("lists the same page again and again");
        }
    }

    @Test
    void whatIsInNoBucketIsNeverAskedFor() throws Exception {
        try (FaultyServer server = FaultyServer.saying(status(200), status(200));
                LocationResolver place = place(server.settings(), Map.of())) {
            for (String at : List.of(
                    server.endpoint() + "/images/a.fits",
                    "gs://images/a.fits",
                    "s3://" + server.host() + "/a.fits",
                    "s3://user@images/a.fits",
                    "s3://../a.fits",
                    "s3://images")) {
                assertThat(place.probe(place.locate(at)))
                        .as(at)
                        .isEqualTo(Probe.unknown(
                                "this is no s3://bucket/key, and a place of kind s3 asks for nothing else"));
            }
            assertThat(server.requests()).isEmpty();
        }
    }
}
