package org.lenticular.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A report of S3 Inventory in a folder, in the form, the layout and with the checksums that AWS gives it:
 * {@code Inventory/pail/all/2024-03-03T01-00Z/manifest.json} beside {@code Inventory/pail/all/data}.
 */
final class AwsReport {
    static final String SCHEMA = "Bucket, Key, Size, LastModifiedDate, ETag";

    private static final String FOLDER = "Inventory/pail/all/";

    private final Path root;
    private final String schema;
    private final List<String> files = new ArrayList<>();
    private String bucket = "pail";
    private String format = "CSV";

    /** @param root as if the bucket of reports had been copied here */
    AwsReport(Path root) {
        this(root, SCHEMA);
    }

    AwsReport(Path root, String schema) {
        this.root = root;
        this.schema = schema;
    }

    AwsReport ofBucket(String name) {
        bucket = name;
        return this;
    }

    AwsReport inFormat(String name) {
        format = name;
        return this;
    }

    /** A line of the usual columns, its key encoded already. */
    static String line(String key, long size, String etag) {
        return "\"pail\",\"" + key + "\",\"" + size + "\",\"2024-03-01T10:00:00.000Z\",\"" + etag + "\"";
    }

    /** Adds a file of these lines. */
    AwsReport file(String name, String... lines) {
        return file(name, gzip((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a file of these bytes, which the manifest tells rightly. */
    AwsReport file(String name, byte[] bytes) {
        write(data(name), bytes);
        files.add(entry(name, bytes.length, md5(bytes)));
        return this;
    }

    static String entry(String name, long size, String md5) {
        return "    \"key\" : \"" + FOLDER + "data/" + name + "\",\n    \"size\" : " + size
                + ",\n    \"MD5checksum\" : \"" + md5 + "\"\n";
    }

    Path data(String name) {
        return root.resolve(FOLDER + "data/" + name);
    }

    Path manifest() {
        return root.resolve(FOLDER + "2024-03-03T01-00Z/manifest.json");
    }

    /** Writes the manifest and its checksum. */
    AwsReport publish() {
        return publish("{\n  \"sourceBucket\" : \"" + bucket
                + "\",\n  \"destinationBucket\" : \"arn:aws:s3:::reports\",\n  \"version\" : \"2016-11-30\",\n"
                + "  \"creationTimestamp\" : \"1709427600000\",\n  \"fileFormat\" : \"" + format
                + "\",\n  \"fileSchema\" : \""
                + schema + "\",\n  \"files\" : [ {\n" + String.join("  }, {\n", files) + "  } ]\n}\n");
    }

    AwsReport publish(String manifest) {
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        write(manifest(), bytes);
        write(manifest().resolveSibling("manifest.checksum"), md5(bytes).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
