package org.lenticular.load.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Quoted;

/** A report of S3 Inventory in files of this machine, checked as far as can be without reading all of it. */
public final class Inventory {
    private static final String FETCH = "fetch the report again: manifest.json and all files of its folder data";

    private final Manifest manifest;
    private final Columns columns;
    private final List<DataFile> files;

    private Inventory(Manifest manifest, Columns columns, List<DataFile> files) {
        this.manifest = manifest;
        this.columns = columns;
        this.files = files;
    }

    /** Takes in what a report lists. */
    public interface Sink {
        /**
         * An object that can be read now: not an old version, nor one that must be restored from an archive first.
         *
         * @param key as it is
         * @param size its bytes; null where the report does not tell
         * @param etag without quotes; null where the report does not tell
         */
        void object(String key, @Nullable Long size, @Nullable String etag) throws IOException;

        /**
         * How far reading is; told for every line.
         *
         * @param lines that were read
         * @param share of all files' bytes that were read, from 0 to 1
         */
        void read(long lines, double share);
    }

    /**
     * Opens a report.
     *
     * @param bucket that it must be of
     * @param problems gets all that shows without reading the lists
     * @return null where there is a problem
     */
    public static @Nullable Inventory open(Path path, String bucket, List<InventoryProblem> problems) {
        List<InventoryProblem> found = new ArrayList<>();
        Inventory inventory = null;
        try {
            Manifest manifest = Manifest.read(path);
            found.addAll(checksum(manifest));
            Columns columns = new Columns(List.of());
            if (isCsv(manifest, found)) {
                columns = Columns.of(manifest, found);
            }
            checkBucket(manifest, bucket, found);
            inventory = new Inventory(manifest, columns, files(manifest, found));
        } catch (InventoryException e) {
            found.add(e.problem());
        } catch (IOException e) {
            found.add(InventoryProblem.of(
                    path, "cannot be read: " + e.getMessage(), "let the user of this process read it"));
        }
        problems.addAll(found);
        return found.isEmpty() ? inventory : null;
    }

    private static boolean isCsv(Manifest manifest, List<InventoryProblem> found) {
        String format = manifest.text("fileFormat");
        if (format.equalsIgnoreCase("CSV")) {
            return true;
        }
        found.add(
                format.isEmpty()
                        ? manifest.problem(
                                "fileFormat",
                                "has no fileFormat, and so is no manifest of S3 Inventory",
                                "name the manifest.json of a report")
                        : manifest.problem(
                                "fileFormat",
                                "says fileFormat " + Quoted.value(format) + ", and only CSV is read",
                                "let the bucket's inventory be written as CSV"));
        return false;
    }

    private static void checkBucket(Manifest manifest, String bucket, List<InventoryProblem> found) {
        String listed = manifest.text("sourceBucket");
        if (!listed.equals(bucket)) {
            found.add(manifest.problem(
                    "sourceBucket",
                    listed.isEmpty()
                            ? "has no sourceBucket"
                            : "is of the bucket " + Quoted.value(listed) + ", and the source's bucket is "
                                    + Quoted.value(bucket),
                    "name a report of " + Quoted.value(bucket)));
        }
    }

    /** {@code manifest.checksum} beside it has its MD5; who fetched no such file goes without. */
    private static List<InventoryProblem> checksum(Manifest manifest) throws IOException {
        Path path = manifest.path().resolveSibling("manifest.checksum");
        if (!manifest.path().endsWith("manifest.json") || !Files.isRegularFile(path) || Files.size(path) > 1000) {
            return List.of();
        }
        String told = Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        String is = HexFormat.of().formatHex(md5().digest(Files.readAllBytes(manifest.path())));
        return told.equals(is)
                ? List.of()
                : List.of(InventoryProblem.of(
                        manifest.path(),
                        "is not what manifest.checksum beside it tells of: its MD5 is " + is + " and not " + told,
                        FETCH));
    }

    private static List<DataFile> files(Manifest manifest, List<InventoryProblem> found) {
        if (manifest.files().isEmpty()) {
            found.add(manifest.problem("files", "lists no files", FETCH));
        }
        List<DataFile> files = new ArrayList<>();
        for (Manifest.Listed listed : manifest.files()) {
            Optional<Path> path = DataFiles.find(manifest.path(), listed.key());
            if (path.isEmpty()) {
                found.add(InventoryProblem.at(
                        manifest.path(),
                        listed.line(),
                        "lists " + listed.key() + ", which is neither beside it nor in such a folder",
                        FETCH));
            } else {
                DataFile file = new DataFile(path.get(), listed);
                file.checkSize().ifPresent(found::add);
                files.add(file);
            }
        }
        return files;
    }

    /**
     * The files that a report consists of, the manifest first, without any check; just the manifest where that cannot be read.
     *
     * @param path of the manifest
     */
    public static List<Path> files(Path path) {
        try {
            Manifest manifest = Manifest.read(path);
            return Stream.concat(
                            Stream.of(path),
                            manifest.files().stream().flatMap(file -> DataFiles.find(path, file.key()).stream()))
                    .toList();
        } catch (InventoryException | IOException e) {
            return List.of(path);
        }
    }

    /**
     * Reads all files.
     *
     * @throws InventoryException where one is not whole, or a line is none of such a report: that names the file and the line
     * @throws IOException what the sink throws
     */
    public void read(Sink sink) throws InventoryException, IOException {
        long bytes = files.stream().mapToLong(DataFile::size).sum();
        Reading reading = new Reading(manifest.text("sourceBucket"), columns, sink, bytes);
        for (DataFile file : files) {
            reading.read(file);
        }
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
