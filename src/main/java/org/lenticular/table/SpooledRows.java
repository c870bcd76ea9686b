package org.lenticular.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of an answer in a file of their own, as BINARY2: for forms that say first how many rows there are, or how wide. Deleted when it is closed.
 */
final class SpooledRows implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpooledRows.class);
    private static final int BUFFER = 64 * 1024;

    /** Bytes of one answer at the most: others want the disk too. */
    private static final long MOST = 4L * 1024 * 1024 * 1024;

    private final Path file;
    private final Header header;
    private final RowLoop.End end;

    private SpooledRows(Path file, Header header, RowLoop.End end) {
        this.file = file;
        this.header = header;
        this.end = end;
    }

    /**
     * Reads all rows. What breaks them is thrown: nothing has been sent yet.
     *
     * @throws FaultException where the folder for temporary files takes no more, or the rows are more than one answer may take of it
     */
    static SpooledRows of(TableDocument document) {
        return of(document, MOST);
    }

    /** @param most bytes at the most */
    static SpooledRows of(TableDocument document, long most) {
        // A text that is not ASCII is kept as it is: each form has its own way with it.
        Header header = new Header(document.header().columns().stream()
                .map(column -> column.type() == Datatype.CHAR
                        ? column.withType(Datatype.UNICODE_CHAR, column.arraysize())
                        : column)
                .toList());
        Path file = null;
        try {
            file = Files.createTempFile("lenticular-", ".rows");
            SpooledRows spooled = new SpooledRows(file, header, fill(file, header, document.rows(), most));
            file = null;
            return spooled;
        } catch (IOException e) {
            LOG.error("the rows of an answer cannot be put into {}", System.getProperty("java.io.tmpdir"), e);
            throw FaultException.unavailable(
                    "the answer finds no room on this server's disk; ask for a VOTable, which needs none, or for fewer rows");
        } finally {
            if (file != null) {
                delete(file);
            }
        }
    }

    private static RowLoop.End fill(Path file, Header header, Rows rows, long most) throws IOException {
        UnmarkedRows unmarked = new UnmarkedRows(rows);
        try (OutputStream out = new BufferedOutputStream(new Limited(Files.newOutputStream(file), most), BUFFER)) {
            Utf8Buffer buffer = new Utf8Buffer();
            RowLoop.End end =
                    new RowLoop("", 0, "").send(unmarked, new BinaryRow(header.columns(), buffer), buffer, out);
            unmarked.requireWhole();
            buffer.drainAll(out);
            return rows.overflowed() ? new RowLoop.End(end.rows(), "OVERFLOW", rows.overflowMessage()) : end;
        }
    }

    /** A file that grows no longer than it may. */
    private static final class Limited extends FilterOutputStream {
        private long left;

        Limited(OutputStream out, long most) {
            super(out);
            this.left = most;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw FaultException.usage(
                        413, "the answer is too long for this form; ask for a VOTable, or for fewer rows with MAXREC");
            }
            out.write(bytes, offset, length);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a temporary file stays: {}", file, e);
        }
    }

    /** How they ended, and how many they are. */
    RowLoop.End end() {
        return end;
    }

    /** From the first on. */
    Reader read() throws IOException {
        return new Reader();
    }

    @Override
    public void close() {
        delete(file);
    }

    /** Goes through the rows once. */
    final class Reader implements AutoCloseable {
        private final DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        private final BinaryValues[] columns =
                header.columns().stream().map(BinaryValues::new).toArray(BinaryValues[]::new);
        private long left = end.rows();

        private Reader() throws IOException {}

        /** The values of the next row, null for nothing; null at the end. */
        @Nullable
        Object @Nullable [] next() throws IOException {
            if (left == 0) {
                return null;
            }
            left--;
            byte[] flags = in.readNBytes((columns.length + 7) / 8);
            @Nullable Object[] row = new Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                Object value = columns[i].read(in);
                row[i] = (flags[i >> 3] & 0x80 >> (i & 7)) == 0 ? value : null;
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
