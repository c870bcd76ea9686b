package org.lenticular.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is kept: its cells as VOTable text in UTF-8, one after the other, each with its length before it. From that, TABLEDATA, CSV and
 * JSON are copies of bytes, and any selection of columns is free.
 *
 * <p>A cell is a varint (seven bits a byte, the lowest first) of {@code length << 1 | special}, then its bytes; special says that some format
 * must escape it.
 */
public final class EncodedRow {
    private EncodedRow() {}

    /** The row's bytes; null cells are empty. */
    public static byte[] encode(List<@Nullable String> cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(cells.size() * 12);
        for (String cell : cells) {
            byte[] bytes = cell == null ? new byte[0] : cell.getBytes(StandardCharsets.UTF_8);
            int head = bytes.length << 1 | (isPlain(bytes) ? 0 : 1);
            while (head >= 0x80) {
                out.write(head & 0x7F | 0x80);
                head >>>= 7;
            }
            out.write(head);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** Whether neither XML nor CSV nor TSV nor JSON must escape any of it. */
    static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0x20 || b == '<' || b == '>' || b == '&' || b == '"' || b == '\\' || b == ',' || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Walks through a row's cells. One per stream, moved from row to row, so that reading a row makes no garbage. */
    public static final class Reader {
        private byte[] bytes = new byte[0];
        private int position;
        private int offset;
        private int length;
        private boolean plain = true;

        /** Begins with the row that starts there. */
        public void start(byte[] row, int from) {
            bytes = row;
            position = from;
        }

        /** Moves to the next cell, which {@link #send} then sends. */
        public void advance() {
            int head = 0;
            int shift = 0;
            byte b;
            do {
                b = bytes[position++];
                head |= (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0);
            plain = (head & 1) == 0;
            length = head >>> 1;
            offset = position;
            position += length;
        }

        /** Sends the current cell. */
        public void send(Cells cells) throws java.io.IOException {
            cells.encoded(bytes, offset, length, plain);
        }

        byte[] bytes() {
            return bytes;
        }

        int offset() {
            return offset;
        }

        int length() {
            return length;
        }

        boolean isPlain() {
            return plain;
        }

        /** Where the next cell begins, or, behind the last, the row ends. */
        public int end() {
            return position;
        }

        /** Whether the current cell is empty. */
        public boolean isEmpty() {
            return length == 0;
        }

        /** The current cell's text; empty for a null. */
        public String text() {
            return new String(bytes, offset, length, StandardCharsets.UTF_8);
        }

        /** Whether the current cell is these bytes of UTF-8. */
        public boolean is(byte[] utf8) {
            return Arrays.equals(bytes, offset, position, utf8, 0, utf8.length);
        }
    }
}
