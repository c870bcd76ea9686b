package org.lenticular.load.inventory;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.fault.Quoted;
import org.lenticular.load.inventory.CsvLines.BadLine;
import org.lenticular.load.inventory.Inventory.Sink;

/** One reading of a report's files, from the first to the last. Not thread-safe. */
final class Reading {
    private static final int LINES_BETWEEN_LOOKS = 1024;

    /** Storage classes whose objects nobody can read before they are restored. */
    private static final Set<String> ARCHIVED = Set.of("GLACIER", "DEEP_ARCHIVE");

    private final String bucket;
    private final Columns columns;
    private final Sink sink;
    private final long bytes;
    private final int bucketAt;
    private final int keyAt;
    private final int sizeAt;
    private final int etagAt;
    private final int latestAt;
    private final int deletedAt;
    private final int classAt;

    private long lines;
    private long bytesBefore;

    /** @param bytes of all files */
    Reading(String bucket, Columns columns, Sink sink, long bytes) {
        this.bucket = bucket;
        this.columns = columns;
        this.sink = sink;
        this.bytes = bytes;
        this.bucketAt = columns.index("Bucket");
        this.keyAt = columns.index("Key");
        this.sizeAt = columns.index("Size");
        this.etagAt = columns.index("ETag");
        this.latestAt = columns.index("IsLatest");
        this.deletedAt = columns.index("IsDeleteMarker");
        this.classAt = columns.index("StorageClass");
    }

    void read(DataFile file) throws InventoryException, IOException {
        Optional<InventoryProblem> wrongSize = file.checkSize();
        if (wrongSize.isPresent()) {
            throw new InventoryException(wrongSize.get());
        }
        MessageDigest digest = Inventory.md5();
        CsvLines read = null;
        try (Counted raw = new Counted(Files.newInputStream(file.path()));
                InputStream digested = new DigestInputStream(raw, digest);
                InputStream plain = new GZIPInputStream(digested, 1 << 16)) {
            read = new CsvLines(plain);
            while (read.next()) {
                lines++;
                line(read);
                sink.read(lines, (double) (bytesBefore + raw.count) / Math.max(1, bytes));
                if (lines % LINES_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("loading was interrupted");
                }
            }
            // Behind the compressed part, for the checksum.
            digested.transferTo(OutputStream.nullOutputStream());
        } catch (BadLine e) {
            throw problem(file, read == null ? 0 : read.number(), String.valueOf(e.getMessage()), DataFile.FETCH);
        } catch (EOFException e) {
            throw problem(file, read == null ? 1 : read.number() + 1, "ends too early", DataFile.FETCH);
        } catch (ZipException e) {
            throw read == null
                    ? new InventoryException(InventoryProblem.of(file.path(), "is no gzip file", DataFile.FETCH))
                    : problem(file, read.number() + 1, "is damaged (" + e.getMessage() + ")", DataFile.FETCH);
        }
        checkDigest(file, HexFormat.of().formatHex(digest.digest()));
        bytesBefore += file.size();
    }

    private static InventoryException problem(DataFile file, long line, String reason, String remedy) {
        return new InventoryException(InventoryProblem.at(file.path(), line, reason, remedy));
    }

    private static void checkDigest(DataFile file, String md5) throws InventoryException {
        String told = file.listed().md5();
        if (told != null && !told.equalsIgnoreCase(md5)) {
            throw new InventoryException(InventoryProblem.of(
                    file.path(),
                    "is not the file that the manifest tells of: its MD5 is " + md5 + " and not " + told,
                    DataFile.FETCH));
        }
    }

    private void line(CsvLines line) throws BadLine, IOException {
        if (line.cells() != columns.names().size()) {
            throw new BadLine("has " + line.cells() + " cells where the manifest's fileSchema has "
                    + columns.names().size());
        }
        String of = line.cell(bucketAt);
        if (!of.equals(bucket)) {
            throw new BadLine("is of the bucket " + Quoted.value(of) + ", and the manifest of " + Quoted.value(bucket));
        }
        // Without the column, the report is one of what is there now.
        boolean isLatest = latestAt < 0 || !line.cell(latestAt).equalsIgnoreCase("false");
        boolean isDeleted = deletedAt >= 0 && line.cell(deletedAt).equalsIgnoreCase("true");
        boolean isArchived = classAt >= 0 && ARCHIVED.contains(line.cell(classAt));
        if (isLatest && !isDeleted && !isArchived) {
            String text = line.cell(keyAt);
            String key = Key.decode(text)
                    .orElseThrow(() -> new BadLine("has the key " + Quoted.value(text) + ", which is not URL-encoded"));
            sink.object(key, size(line), etag(line));
        }
    }

    private @Nullable Long size(CsvLines line) throws BadLine {
        String text = sizeAt < 0 ? "" : line.cell(sizeAt);
        if (!text.isEmpty() && !isNumber(text)) {
            throw new BadLine("has the size " + Quoted.value(text) + ", which is no number of bytes");
        }
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static boolean isNumber(String text) {
        return text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable String etag(CsvLines line) throws BadLine {
        String text = etagAt < 0 ? "" : line.cell(etagAt);
        if (!text.isEmpty() && !Held.isEtag(text)) {
            throw new BadLine("has the ETag " + Quoted.value(text) + ", which is none");
        }
        return text.isEmpty() ? null : text;
    }

    /** Counts what has been read of a file. */
    private static final class Counted extends java.io.FilterInputStream {
        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
