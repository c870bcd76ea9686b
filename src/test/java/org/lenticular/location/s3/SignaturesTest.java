package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CannotSign;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.SettingProblem;

/** Who gets a signed address, of which form, and for how long; with no server but one that gives out credentials. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SignaturesTest {
    private final Path folder;
    private final Map<String, String> before = new HashMap<>();

    SignaturesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The machine's own profiles and role stay out of it. */
    @BeforeEach
    void nothingOfThisMachine() {
        set("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
        set("aws.configFile", folder.resolve("config").toString());
        set("aws.disableEc2Metadata", "true");
    }

    private void set(String property, String value) {
        before.put(property, String.valueOf(System.getProperty(property, "")));
        System.setProperty(property, value);
    }

    @AfterEach
    void asItWas() {
        before.forEach((property, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    private static LocationResolver place(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of("region", "us-east-1", "bucket", "example-bucket"));
        settings.putAll(others);
        try {
            return new S3Place.Kind().open(settings);
        } catch (SettingProblem e) {
            throw new AssertionError(e.key() + " " + e.getMessage(), e);
        }
    }

    private String keyFile() throws IOException {
        return Files.writeString(folder.resolve("keys"), "AKIATEST\\nhush\\n".replace("\\n", "\n"))
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "region, '', '', presigned",
        "restricted, '', '', presigned",
        "none, '', '', nothing",
        "open, '', '', https",
        "open, presigned, '', presigned",
        "none, presigned, '', presigned",
        "restricted, https, '', presigned",
        "open, '', true, presigned",
        "restricted, '', true, presigned"
    })
    void aClientOfTheWebGetsASignatureWhereItNeedsOne(String access, String links, String pays, String form)
            throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("access", access, "key_file", keyFile()));
        settings.put("links", links);
        settings.put("requester_pays", pays);
        settings.values().removeIf(String::isEmpty);
        try (LocationResolver place = place(settings)) {
            Location location = place.locate("a b");
            Optional<Address> web = place.web(location);
            assertThat(place.isOnTheWeb(location)).isEqualTo(web.isPresent());
            assertThat(web.map(SignaturesTest::form).orElse("nothing")).isEqualTo(form);
            assertThat(form(place.link(location))).isEqualTo(links.isEmpty() ? "s3" : links);
            web.filter(address -> address.lifetime().isPresent())
                    .ifPresent(address -> assertThat(address.text().contains("&x-amz-request-payer=requester")
                                    || address.text().contains("?x-amz-request-payer=requester"))
                            .isEqualTo(pays.equals("true")));
        }
    }

    private static String form(Address address) {
        URI uri = URI.create(address.text().replace(" ", "%20"));
        boolean signed = String.valueOf(uri.getQuery()).contains("X-Amz-Signature=");
        assertThat(address.lifetime().isPresent()).isEqualTo(signed);
        return signed ? "presigned" : String.valueOf(uri.getScheme());
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, example-bucket, https://example-bucket.s3.us-east-1.amazonaws.com/a%20b%2Bc?",
        "eu-west-1, dotted.bucket, https://s3.eu-west-1.amazonaws.com/dotted.bucket/a%20b%2Bc?",
        "cn-north-1, example-bucket, https://example-bucket.s3.cn-north-1.amazonaws.com.cn/a%20b%2Bc?"
    })
    void aSignedAddressIsTheUnsignedOneWithASignature(String region, String bucket, String start) throws Exception {
        Map<String, String> settings =
                Map.of("region", region, "bucket", bucket, "key_file", keyFile(), "access", "region");
        try (LocationResolver place = place(settings)) {
            Address address = place.web(place.locate("a b+c")).orElseThrow();
            assertThat(address.text()).startsWith(start).contains("%2F" + region + "%2Fs3%2F", "X-Amz-Expires=3600");
            assertThat(address.text()).as("no header besides").contains("X-Amz-SignedHeaders=host&");
            assertThat(address.lifetime()).contains(Duration.ofHours(1));
        }
    }

    @Test
    void aProfileSigns() throws Exception {
        Files.writeString(
                folder.resolve("credentials"),
                "[archive]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = hush\n");
        try (LocationResolver place = place(Map.of("access", "restricted", "credentials", "profile:archive"))) {
            assertThat(place.web(place.locate("a")).orElseThrow().text()).contains("X-Amz-Credential=AKIAPROFILE%2F");
        }
        try (LocationResolver place = place(Map.of("access", "restricted", "credentials", "profile:nobody"))) {
            String nobody = "profile 'nobody' has no credentials in the files of AWS that this process reads";
            cannotSign(place, nobody);
            assertThat(place.probe(place.locate("a")).reason()).startsWith(nobody);
        }
    }

    @Test
    void noLocationIsHandedOutInPlaceOfASignedAddress() throws Exception {
        Map<String, String> settings =
                Map.of("access", "restricted", "credentials", "profile:nobody", "links", "presigned");
        try (LocationResolver place = place(settings)) {
            place.warmUp();
            assertThatThrownBy(() -> place.link(place.locate("a"))).isInstanceOf(CannotSign.class);
        }
    }

    /** With that reason, and not only when it comes to it. */
    private static void cannotSign(LocationResolver place, String reason) {
        Location location = place.locate("a");
        assertThatThrownBy(() -> place.web(location))
                .isInstanceOf(CannotSign.class)
                .hasMessageStartingWith(reason);
        assertThatThrownBy(() -> place.isOnTheWeb(location))
                .isInstanceOf(CannotSign.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aProfileThatNeedsMoreThanIsHereSaysSo() throws Exception {
        Files.writeString(
                folder.resolve("config"),
                "[profile role]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\n"
                        + "[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = hush\n");
        try (LocationResolver place = place(Map.of("access", "restricted", "credentials", "profile:role"))) {
            assertThat(place.probe(place.locate("a")).reason())
                    .isEqualTo("the credentials of profile 'role' need a part of AWS's library that is not here (sts or"
                            + " sso); use others, or add its jar");
        }
    }

    @Test
    void withoutAWordOnCredentialsNobodyLooksForThemInARequest() throws Exception {
        try (Giver giver = new Giver()) {
            set("aws.containerCredentialsFullUri", giver.address());
            try (LocationResolver place = place(Map.of("access", "region"))) {
                place.warmUp();
                assertThat(place.web(place.locate("a"))).isEmpty();
                assertThat(place.isOnTheWeb(place.locate("a"))).isFalse();
            }
            assertThat(giver.asked).hasValue(0);
        }
    }

    @Test
    void anAddressLivesNoLongerThanTheCredentialsDo() throws Exception {
        try (Giver giver = new Giver()) {
            set("aws.containerCredentialsFullUri", giver.address());
            giver.until.set(Instant.now().plus(Duration.ofMinutes(20)));
            try (LocationResolver place =
                    place(Map.of("access", "region", "credentials", "default", "lifetime", "2h"))) {
                place.warmUp();
                assertThat(giver.asked).as("before the first request").hasPositiveValue();
                Address address = place.web(place.locate("a")).orElseThrow();
                Duration lifetime = address.lifetime().orElseThrow();
                assertThat(lifetime).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
                assertThat(address.text())
                        .contains("X-Amz-Expires=" + lifetime.toSeconds() + "&", "X-Amz-Security-Token=session");
            }
        }
    }

    @Test
    void credentialsThatLiveLongerDoNotStretchIt() throws Exception {
        try (Giver giver = new Giver()) {
            set("aws.containerCredentialsFullUri", giver.address());
            giver.until.set(Instant.now().plus(Duration.ofHours(6)));
            try (LocationResolver place = place(Map.of("access", "region", "credentials", "default"))) {
                assertThat(place.web(place.locate("a")).orElseThrow().lifetime())
                        .contains(Duration.ofHours(1));
            }
        }
    }

    @Test
    void credentialsThatEndedSignNothing() throws Exception {
        try (Giver giver = new Giver()) {
            set("aws.containerCredentialsFullUri", giver.address());
            giver.until.set(Instant.now().minus(Duration.ofHours(1)));
            try (LocationResolver place = place(Map.of("access", "region", "credentials", "default"))) {
                cannotSign(place, "the credentials of AWS's default chain have ended");
            }
        }
    }

    /** Gives out credentials as a container of Amazon's does to those who run in it. */
    private static final class Giver implements AutoCloseable {
        private final HttpServer server;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicReference<Instant> until = new AtomicReference<>(Instant.now());

        Giver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                byte[] body =
                        ("{\"AccessKeyId\":\"AKIAGIVEN\",\"SecretAccessKey\":\"hush\",\"Token\":\"session\",\"Expiration\":\""
                                        + until.get() + "\"}")
                                .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
