package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Probe;
import org.lenticular.location.Probe.Found;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** With moto: nobody's code is both in it and in S3Proxy, and it has keys that no file could have. */
class MotoIT extends BucketContract {
    private final Moto moto;
    private final Bucket bucket;

    MotoIT(@TempDir Path folder) throws Exception {
        super(folder);
        moto = Moto.start();
        bucket = new Bucket(moto.endpoint(), BUCKET, ObjectCannedACL.PUBLIC_READ);
    }

    @AfterAll
    void stop() {
        bucket.close();
        moto.close();
    }

    @Override
    String openEndpoint() {
        return moto.endpoint();
    }

    /** It looks at no signature. */
    @Override
    String lockedEndpoint() {
        return moto.endpoint();
    }

    @Override
    Bucket bucket() {
        return bucket;
    }

    /** Its web framework has no such paths. */
    @Override
    boolean refuses(String key) {
        return key.contains("\n");
    }

    @Test
    void anEmptyPartOfAKeyIsPartOfTheName() throws Exception {
        bucket().put("double//z", content("z"));
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), restricted());
                Stream<Listed> listed = place.list(place.locate("double/"))) {
            assertThat(listed.map(Listed::name)).containsExactly("/z");
        }
    }

    @Test
    void whoeverPaysIsLetInWithoutAHeader() throws Exception {
        byte[] content = "worth its price".getBytes(StandardCharsets.UTF_8);
        bucket.put("dear/a b.fits", content);
        Map<String, String> paying = new HashMap<>(restricted());
        paying.put("requester_pays", "true");
        try (PayingGate gate = new PayingGate(moto.endpoint());
                LocationResolver place = place(new S3Place.Kind(), gate.endpoint(), paying);
                LocationResolver without = place(new S3Place.Kind(), gate.endpoint(), restricted())) {
            Location location = place.locate("dear/a b.fits");
            Address address = place.web(location).orElseThrow();
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(address.text()))
                                            .build(),
                                    BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(content);
            assertThat(place.probe(location).found()).isEqualTo(Found.THERE);
            try (Stream<Listed> listed = place.list(place.locate("dear/"))) {
                assertThat(listed.map(Listed::name)).containsExactly("a b.fits");
            }

            Probe refused = without.probe(location);
            assertThat(refused.found()).isEqualTo(Found.UNKNOWN);
            assertThat(refused.reason()).contains("(403 AccessDenied)").endsWith("; does the requester pay here?");
        }
    }

    @Test
    void boto3ReadsWhatItIsHanded() throws Exception {
        List<List<String>> copies = new ArrayList<>();
        try (LocationResolver place = place(new S3Place.Kind(), moto.endpoint(), restricted())) {
            for (String key : keys().toList()) {
                byte[] content = ("for boto3: " + key).getBytes(StandardCharsets.UTF_8);
                bucket.put("boto/" + key, content);
                bucket.put(key, content);
                for (String at : List.of("boto/" + key, "s3://" + BUCKET + "/" + key)) {
                    copies.add(List.of(
                            place.link(place.locate(at)).text(), HexFormat.of().formatHex(content)));
                }
            }
        }
        Process reading = new ProcessBuilder(
                        Moto.python().toString(),
                        Moto.script("s3_read.py").toString(),
                        moto.endpoint(),
                        new ObjectMapper().writeValueAsString(copies))
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(said).isZero();
        assertThat(said).contains(copies.size() + " copies read");
    }
}
