package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;
import org.lenticular.load.Progress;
import org.lenticular.location.s3.Bucket;
import org.lenticular.location.s3.FaultyServer;
import picocli.CommandLine;

/** {@code check --probe} says of each place whether it is as it should be, and, where it is not, which of the usual reasons it has. */
class ProbeCommandTest {
    private static final String ANSWERS = "answers; not asked for a real object, since c is not loaded";

    @TempDir
    private Path folder = Path.of("");

    private final BlobStore objects = new TransientNio2BlobStore();
    private @Nullable S3Proxy store;
    private String endpoint = "";

    /** What was printed, and the line that it ended with where places are wrong. */
    private record Told(List<String> lines, String failure) {
        String of(String source) {
            return lines.stream()
                    .filter(line -> line.startsWith("c: " + source + ": "))
                    .findFirst()
                    .orElseThrow()
                    .substring(("c: " + source + ": ").length());
        }
    }

    @BeforeEach
    void start() throws Exception {
        S3Proxy started = S3Proxy.builder()
                .awsAuthentication(AuthenticationType.AWS_V4, Bucket.ACCESS_KEY, Bucket.SECRET)
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        started.start();
        store = started;
        endpoint = "http://127.0.0.1:" + started.getPort();
        keys("keys", Bucket.ACCESS_KEY, Bucket.SECRET);
        keys("stranger", "AKIANOBODYNOBODYNOBO", Bucket.SECRET);
        keys("wrong", Bucket.ACCESS_KEY, "of another key");
        try (Bucket bucket = new Bucket(endpoint, "images", null)) {
            bucket.put("a.fits", new byte[3]);
            bucket.put("known.fits", new byte[1234]);
        }
        Files.writeString(folder.resolve("t.csv"), "id,s_ra,s_dec,file\none,1,2,a.fits\n");
    }

    @AfterEach
    void stop() throws Exception {
        if (store != null) {
            store.stop();
        }
        objects.close();
    }

    private void keys(String name, String identifier, String secret) throws IOException {
        Files.writeString(folder.resolve(name), identifier + "\n" + secret + "\n");
    }

    private String bucket(String endpoint, String more) {
        return "{ kind: s3, endpoint: \"" + endpoint + "\", access: restricted, timeout: 60s, " + more + " }";
    }

    /** @param sources name and settings, in turns */
    private Path configure(String... sources) throws IOException {
        StringBuilder yaml = new StringBuilder("sources:\n");
        StringBuilder used = new StringBuilder();
        for (int i = 0; i < sources.length; i += 2) {
            yaml.append("  " + sources[i] + ": " + sources[i + 1] + "\n");
            used.append("      " + sources[i] + ": {}\n");
        }
        yaml.append("collections:\n  c:\n    table: t.csv\n");
        yaml.append("    datasets: { id: \"{id}\", products: [ { path: \"{file}\" } ] }\n    sources:\n" + used);
        return Files.writeString(folder.resolve("l.yaml"), yaml);
    }

    private static Told probed(Path config) {
        StringWriter out = new StringWriter();
        CheckCommand command = new CheckCommand();
        new CommandLine(command).setOut(new PrintWriter(out)).parseArgs("--config", config.toString(), "--probe");
        Failure failure = catchThrowableOfType(Failure.class, command::call);
        return new Told(out.toString().lines().toList(), failure == null ? "" : String.valueOf(failure.getMessage()));
    }

    @Test
    void eachOfTheUsualReasonsIsToldByItself(@TempDir Path own) throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().minus(26, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
        String region = "x-amz-bucket-region: eu-west-1";
        try (FaultyServer elsewhere = FaultyServer.saying(
                        FaultyServer.status(301, region), FaultyServer.error(301, "PermanentRedirect", region));
                FaultyServer late = FaultyServer.saying(
                        FaultyServer.status(403, "Date: " + date),
                        FaultyServer.error(403, "RequestTimeTooSkewed", "Date: " + date));
                FaultyServer untrusted = FaultyServer.withOwnCertificate(own)) {
            Told told = probed(configure(
                    "right", bucket(endpoint, "bucket: images, key_file: keys"),
                    "stranger", bucket(endpoint, "bucket: images, key_file: stranger"),
                    "secret", bucket(endpoint, "bucket: images, key_file: wrong"),
                    "gone", bucket(endpoint, "bucket: no-such-bucket, key_file: keys"),
                    "region", bucket(elsewhere.endpoint(), "bucket: images, key_file: keys, region: us-east-1"),
                    "clock", bucket(late.endpoint(), "bucket: images, key_file: keys"),
                    "tls", bucket("https://" + untrusted.host(), "bucket: images, key_file: keys")));
            String host = endpoint.substring("http://".length());
            assertThat(told.of("right")).startsWith(ANSWERS);
            assertThat(told.of("stranger"))
                    .startsWith("WRONG: the access key of credentials in " + folder.resolve("stranger"))
                    .contains(" is not known to " + host);
            assertThat(told.of("secret"))
                    .startsWith("WRONG: " + host + " refuses the signature: the secret of credentials in "
                            + folder.resolve("wrong") + " does not belong to its access key");
            assertThat(told.of("gone"))
                    .startsWith("WRONG: there is no bucket no-such-bucket at " + host + ": is its name right?");
            assertThat(told.of("region"))
                    .startsWith("WRONG: the bucket images is in eu-west-1, not in us-east-1: write region: eu-west-1");
            assertThat(told.of("clock"))
                    .matches("WRONG: the clock of this machine is 1\\d{3} min ahead of that of " + late.host()
                            + ": set it \\(NTP\\).*");
            assertThat(told.of("tls"))
                    .startsWith("WRONG: the certificate of " + untrusted.host() + " is not trusted, or TLS cannot be");
            assertThat(told.failure()).isEqualTo("lenticular: 6 places are not as the configuration says");
            assertThat(told.lines()).noneMatch(line -> line.contains(Bucket.SECRET) || line.contains("Signature="));
        }
    }

    @Test
    void aPlaceThatIsWatchedIsAskedForTheObjectByWhichItIs() throws Exception {
        Path config = configure(
                "watched", bucket(endpoint, "bucket: images, key_file: keys, watch: { path: known.fits }"),
                "typo", bucket(endpoint, "bucket: images, key_file: keys, watch: { path: knwon.fits }"),
                "not", bucket(endpoint, "bucket: images, key_file: keys"));
        Told before = probed(config);
        assertThat(before.of("watched"))
                .as("before the first load")
                .isEqualTo("there, 1,234 bytes (s3://images/known.fits)");
        assertThat(before.of("typo"))
                .startsWith("WRONG: answers, but has no such object, by which it is watched (")
                .endsWith("): is watch.path right? (s3://images/knwon.fits)");
        assertThat(before.of("not")).startsWith(ANSWERS);
        assertThat(before.failure()).isEqualTo("lenticular: 1 place is not as the configuration says");

        Config read = Lenticular.read(config);
        Lenticular.loader(read, Progress.none()).load(read, List.of());
        Told after = probed(config);
        assertThat(after.of("watched")).isEqualTo("there, 1,234 bytes (s3://images/known.fits)");
        assertThat(after.of("not")).isEqualTo("there, 3 bytes (s3://images/a.fits)");
    }
}
