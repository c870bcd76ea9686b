package org.lenticular.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.lenticular.location.s3.Bucket;

/**
 * An archive whose files lie in one bucket of a server of its own that looks at every signature: {@code bucket} hands out {@code s3://…},
 * {@code signed} the same in its https form, signed. {@code gone} is at a server that nobody finds.
 */
final class BucketArchive implements AutoCloseable {
    static final String BUCKET = "images";
    static final String PREFIX = "public data/";

    /** Content by path: a FITS file first, then one by each name that needs care on some way. */
    final Map<String, byte[]> files = new LinkedHashMap<>();

    final RunningServer server;
    private final BlobStore objects = new TransientNio2BlobStore();
    private final S3Proxy store;

    /** @param options for the server's Java */
    BucketArchive(Path home, String... options) throws Exception {
        store = S3Proxy.builder()
                .awsAuthentication(AuthenticationType.AWS_V4, Bucket.ACCESS_KEY, Bucket.SECRET)
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        store.start();
        files.put("2024/m31.fits", fits());
        for (String name : List.of(
                "a b+c.fits", "100%.fits", "a%20b.fits", "näher/𝔐 \"fern\".fits", "a#b?c=d&e.fits", "a;b'c.fits")) {
            files.put(name, ("the bytes of " + name).getBytes(StandardCharsets.UTF_8));
        }
        try (Bucket bucket = new Bucket(endpoint(), BUCKET, null)) {
            files.forEach((name, content) -> bucket.put(PREFIX + name, content));
        }
        server = RunningServer.run(home, command(configure(home), options));
    }

    String endpoint() {
        return "http://127.0.0.1:" + store.getPort();
    }

    private static List<String> command(Path configuration, String... options) {
        List<String> command = new ArrayList<>(List.of(RunningServer.java()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", RunningServer.war().toString(), "serve", "--port", "0"));
        command.addAll(List.of("--config", configuration.toAbsolutePath().toString()));
        return command;
    }

    private Path configure(Path home) throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(home);
        Path key = Files.writeString(home.resolve("key"), Bucket.ACCESS_KEY + "\n" + Bucket.SECRET + "\n");
        StringBuilder table = new StringBuilder("nr,s_ra,s_dec,s_fov,obs_publisher_did,file,bytes,md5\n");
        int nr = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(file.getValue());
            table.append("%d,%d,0,0.5,ivo://example/sky?%d,\"%s\",%d,%s%n"
                    .formatted(
                            nr,
                            10 * (nr + 1),
                            nr++,
                            file.getKey().replace("\"", "\"\""),
                            file.getValue().length,
                            HexFormat.of().formatHex(md5)));
        }
        Files.writeString(home.resolve("sky.csv"), table);
        return Files.writeString(
                home.resolve("sky.yaml"), """
                sources:
                  bucket: { kind: s3, endpoint: "%1$s", bucket: %2$s, prefix: "%3$s", access: restricted, key_file: "%4$s" }
                  signed: { kind: s3, endpoint: "%1$s", bucket: %2$s, prefix: "%3$s", access: restricted, key_file: "%4$s", links: presigned }
                  gone: { kind: s3, endpoint: "http://127.0.0.1:1", bucket: %2$s, access: restricted, key_file: "%4$s", links: presigned }
                collections:
                  sky:
                    table: sky.csv
                    datasets: { id: "sky-{nr}", products: [ { path: "{file}", content_type: application/fits } ] }
                    sources:
                      bucket: { holds: { table: sky.csv, path: "{file}", length: "{bytes}", etag: "{md5}" } }
                      signed: {}
                      gone: {}
                """.formatted(endpoint(), BUCKET, PREFIX, key.toAbsolutePath()));
    }

    /** One image of 100 × 100 bytes of noise. */
    private static byte[] fits() {
        StringBuilder header = new StringBuilder();
        for (String card : List.of(
                "SIMPLE  =                    T",
                "BITPIX  =                    8",
                "NAXIS   =                    2",
                "NAXIS1  =                  100",
                "NAXIS2  =                  100",
                "OBJECT  = 'M 31    '",
                "END")) {
            header.append(card).append(" ".repeat(80 - card.length()));
        }
        byte[] file = new byte[2880 + 4 * 2880];
        byte[] pixels = new byte[100 * 100];
        new Random(31).nextBytes(pixels);
        byte[] head = (header + " ".repeat(2880 - header.length())).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(pixels, 0, file, head.length, pixels.length);
        return file;
    }

    @Override
    public void close() {
        server.close();
        try {
            store.stop();
            objects.close();
        } catch (Exception e) {
            throw new IllegalStateException("The store did not stop", e);
        }
    }
}
