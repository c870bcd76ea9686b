package org.lenticular.audit;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an audit has learned so far: a line that says what it is of, a line for each product in the catalogue's order, and at its end a line that
 * says so. It only grows, so that an audit which is stopped, or dies, goes on where it was. Not thread-safe.
 *
 * <p>By plain streams and not by channels: a channel closes when its thread is interrupted, and so audits are stopped.
 */
final class AuditFile implements Closeable {
    private static final String END = "\"end\"";

    private final FileOutputStream out;
    private Path file;
    private String dataset = "";
    private long ofDataset;
    private long products;
    private long open;
    private boolean complete;

    private AuditFile(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Opens what is there of this audit, or begins anew.
     *
     * @param subject what it is of; another one's audit is thrown away
     * @param again whether it begins anew in any case
     * @throws IOException where it cannot be written, or another audit writes it
     */
    static AuditFile open(Path file, String subject, boolean again) throws IOException {
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        try {
            if (!locks(out)) {
                throw new IOException("another audit of it is running; wait for it, or end it");
            }
            AuditFile audit = new AuditFile(file, out);
            audit.recover(subject, again);
            return audit;
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /** What the audit in this file is of; empty where there is none. */
    static String subject(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (BufferedReader lines = reader(file)) {
            return Objects.requireNonNullElse(lines.readLine(), "");
        }
    }

    private static boolean locks(FileOutputStream out) throws IOException {
        try {
            return out.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void recover(String subject, boolean again) throws IOException {
        long whole = again ? 0 : readable(subject);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(whole);
        }
        if (whole == 0) {
            dataset = "";
            ofDataset = 0;
            products = 0;
            open = 0;
            complete = false;
            line(subject);
        }
    }

    /** How many bytes of the file are of use: a line that breaks off is none, nor is what is of another subject. */
    private long readable(String subject) throws IOException {
        long whole = 0;
        try (BufferedReader lines = reader(file)) {
            String first = lines.readLine();
            if (!subject.equals(first)) {
                return 0;
            }
            whole = bytes(first);
            for (String line = lines.readLine(); line != null && !complete; line = lines.readLine()) {
                if (whole + bytes(line) > Files.size(file)) {
                    // Without its line break.
                    return whole;
                }
                if (line.equals(END)) {
                    complete = true;
                } else {
                    count(AskedJson.read(line));
                }
                whole += bytes(line);
            }
            return whole;
        } catch (IOException e) {
            // Something else has written in it: what was read so far is of use.
            return whole;
        }
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    private void count(AskedProduct product) {
        ofDataset = product.dataset().equals(dataset) ? ofDataset + 1 : 1;
        dataset = product.dataset();
        products++;
        open += product.isOpen() ? 1 : 0;
    }

    /** The dataset of the last product; empty where there is none yet. */
    String dataset() {
        return dataset;
    }

    /** How many products of that dataset there are. */
    long ofDataset() {
        return ofDataset;
    }

    /** How many products there are. */
    long products() {
        return products;
    }

    /** How many products are open: a place did not say whether it has a copy. */
    long open() {
        return open;
    }

    /** Whether the audit has come to its end. */
    boolean isComplete() {
        return complete;
    }

    void add(AskedProduct product) throws IOException {
        line(AskedJson.write(product));
        count(product);
    }

    void end() throws IOException {
        line(END);
        complete = true;
    }

    /** A file beside this one, for the same audit told anew. */
    AuditFile next(String subject) throws IOException {
        return open(file.resolveSibling(file.getFileName() + ".next"), subject, true);
    }

    /** Takes the place of an earlier file, in one step. */
    void replace(AuditFile earlier) throws IOException {
        earlier.close();
        file = Files.move(file, earlier.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** All products so far, from the first on. */
    Reader read() throws IOException {
        return new Reader(reader(file));
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Removes it: what it says is of no more use. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Reads products one after the other. */
    static final class Reader implements Closeable {
        private final BufferedReader lines;

        private Reader(BufferedReader lines) throws IOException {
            this.lines = lines;
            Objects.requireNonNull(lines.readLine(), "the first line says what it is of");
        }

        /** The next; null at the end. */
        @Nullable
        AskedProduct next() throws IOException {
            String line = lines.readLine();
            return line == null || line.equals(END) ? null : AskedJson.read(line);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
