package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.s3.Bucket;

/** The archive audits buckets of a server that looks at every signature: files by their keys, directories by what is listed under them. */
class BucketAuditIT {
    private static final String HOSTILE = "näher/100% a+b#c?d.fits";

    @TempDir
    private Path folder = Path.of("");

    private final BlobStore objects = new TransientNio2BlobStore();
    private final Map<String, Integer> products = new LinkedHashMap<>();
    private @Nullable S3Proxy store;
    private Path config = Path.of("");

    @BeforeEach
    void load() throws Exception {
        S3Proxy started = S3Proxy.builder()
                .awsAuthentication(AuthenticationType.AWS_V4, Bucket.ACCESS_KEY, Bucket.SECRET)
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        started.start();
        store = started;
        String endpoint = "http://127.0.0.1:" + started.getPort();
        products.put("a/fine.fits", 10);
        products.put("a/missing.fits", 20);
        products.put("a/short.fits", 30);
        products.put(HOSTILE, 40);
        products.put("dir/", 11);
        products.put("less/", 11);
        products.put("none/", 11);
        try (Bucket bucket = new Bucket(endpoint, "images", null);
                Bucket mirror = new Bucket(endpoint, "mirror", null)) {
            for (Map.Entry<String, Integer> product : products.entrySet()) {
                if (product.getKey().endsWith("/")) {
                    mirror.put("data/" + product.getKey() + "1", new byte[5]);
                    mirror.put("data/" + product.getKey() + "x/2", new byte[6]);
                } else {
                    mirror.put("data/" + product.getKey(), new byte[product.getValue()]);
                }
            }
            bucket.put("data/a/fine.fits", new byte[10]);
            bucket.put("data/a/short.fits", new byte[29]);
            bucket.put("data/" + HOSTILE, new byte[40]);
            bucket.put("data/dir/1", new byte[5]);
            bucket.put("data/dir/x/2", new byte[6]);
            bucket.put("data/less/1", new byte[5]);
            // It begins like the directory, and lies beside it.
            bucket.put("data/none.fits", new byte[11]);
        }
        config = configure(endpoint);
        run("load").succeeded();
    }

    private Path configure(String endpoint) throws IOException {
        StringBuilder table = new StringBuilder("nr,s_ra,s_dec,file,bytes,type\n");
        int nr = 0;
        for (Map.Entry<String, Integer> product : products.entrySet()) {
            table.append(nr++ + ",1,2,\"" + product.getKey() + "\"," + product.getValue() + ","
                    + (product.getKey().endsWith("/") ? "directory" : "application/fits") + "\n");
        }
        Files.writeString(folder.resolve("sky.csv"), table);
        Files.writeString(folder.resolve("key"), Bucket.ACCESS_KEY + "\n" + Bucket.SECRET + "\n");
        return Files.writeString(folder.resolve("sky.yaml"), """
                sources:
                  bucket: { kind: s3, endpoint: "%1$s", bucket: images, prefix: data/, access: restricted, key_file: key }
                  mirror: { kind: s3, endpoint: "%1$s", bucket: mirror, prefix: data/, access: restricted, key_file: key }
                collections:
                  sky:
                    table: sky.csv
                    datasets:
                      id: "sky-{nr}"
                      products: [ { path: "{file}", content_type: "{type}", content_length: "{bytes}" } ]
                    sources: { bucket: {}, mirror: {} }
                """.formatted(endpoint));
    }

    @AfterEach
    void stop() throws Exception {
        if (store != null) {
            store.stop();
        }
        objects.close();
    }

    private Command run(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                RunningServer.java(),
                "-jar",
                RunningServer.war().toString(),
                command,
                "--config",
                config.toAbsolutePath().toString()));
        words.addAll(List.of(arguments));
        return Command.run(folder, words);
    }

    @Test
    void whatIsMissingAndWhatHasAnotherSizeIsToldAndHolesAreHandedOutNoMore() {
        Command audit = run("audit");
        assertThat(audit.exitCode()).as(audit.output()).isEqualTo(1);
        assertThat(audit.output())
                .contains("missing     sky  bucket  s3://images/data/a/missing.fits  (the bucket images has no object")
                .contains("other size  sky  bucket  s3://images/data/a/short.fits  (29 bytes, expected 30)")
                .contains("other size  sky  bucket  s3://images/data/less/  (5 bytes, expected 11)")
                .contains("missing     sky  bucket  s3://images/data/none/  (nothing lies under it)")
                .contains("sky: 7 products")
                .contains("  bucket: 3 fine, 2 missing, 2 other size")
                .contains("  mirror: 7 fine")
                .doesNotContain("sample");
        assertThat(run("explain", "sky-1").output()).contains("source: bucket");

        assertThat(run("audit", "--write").output()).contains("sky: what was learned is in the catalogue");
        for (String hole : List.of("sky-1", "sky-6")) {
            assertThat(run("explain", hole).succeeded().output())
                    .contains("holds it: no: the catalogue says that there is no copy there")
                    .contains("source_note: no copy at bucket; this one is at mirror");
        }
        for (String kept : List.of("sky-2", "sky-4")) {
            assertThat(run("explain", kept).output())
                    .as(kept)
                    .contains("source: bucket")
                    .doesNotContain("source_note: no copy");
        }
        assertThat(run("audit").output())
                .as("holes are no findings any more")
                .contains("  bucket: 3 fine, 2 other size")
                .contains("  mirror: 7 fine");
    }

    @Test
    void aSampleAsksForSoManyOfEachSourceAndWritesNothingElse() {
        Command two = run("audit", "--sample", "2", "--seed", "5");
        assertThat(two.output())
                .contains("sky: 2 products, a sample: at most 2 copies of each source, drawn with --seed 5")
                .contains("  mirror: 2 fine");
        assertThat(run("audit", "--sample", "2").output())
                .as("of the one that is there")
                .contains("drawn with --seed 5")
                .contains("audited already");
        assertThat(run("audit", "--sample", "2", "--seed", "5", "--format", "json")
                        .output())
                .contains("\"sample\":{\"copies_of_each_source\":2,\"seed\":5}");

        assertThat(run("audit", "--sample", "7", "--seed", "5", "--write").output())
                .contains("  bucket: 3 fine, 2 missing, 2 other size");
        assertThat(run("explain", "sky-1").output()).contains("source_note: no copy at bucket; this one is at mirror");
    }

    @Test
    void mistakesOnTheCommandLineAreTold() {
        assertThat(run("audit", "--sample", "0").output()).contains("--sample: '0' is not from 1 to 1000000");
        assertThat(run("audit", "--seed", "5").output()).contains("--seed: is of use only beside --sample");
        assertThat(run("audit", "--sample", "10%").exitCode()).isEqualTo(2);
    }
}
