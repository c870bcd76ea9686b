package org.lenticular.load.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a CSV file as S3 Inventory writes them: cells in quotes, a quote within doubled, no cell of more than one line. Not thread-safe. */
final class CsvLines {
    /** Far beyond what a key of 1,024 bytes and the other columns come to. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    private byte[] line = new byte[1024];
    private int length;
    private long number;

    /** Where each cell begins in {@link #line}, and where it ends. */
    private int[] starts = new int[32];

    private int[] ends = new int[32];
    private int cells;

    CsvLines(InputStream in) {
        this.in = in;
    }

    /** A line is none of a CSV file. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        BadLine(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Moves to the next line that is not empty; false at the end. */
    boolean next() throws IOException, BadLine {
        do {
            if (!readLine()) {
                return false;
            }
        } while (length == 0);
        split();
        return true;
    }

    /** Of the line that was read last, from 1; where reading it failed, still of the one before. */
    long number() {
        return number;
    }

    int cells() {
        return cells;
    }

    String cell(int index) {
        return new String(line, starts[index], ends[index] - starts[index], StandardCharsets.UTF_8);
    }

    private boolean readLine() throws IOException, BadLine {
        length = 0;
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, in.read(buffer));
                if (to == 0) {
                    number += length > 0 ? 1 : 0;
                    return length > 0;
                }
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            append(end);
            boolean isWhole = end < to;
            from = isWhole ? end + 1 : end;
            if (isWhole) {
                number++;
                length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
                return true;
            }
        }
    }

    private void append(int end) throws BadLine {
        int more = end - from;
        if (length + more > LONGEST) {
            number++;
            throw new BadLine("is longer than " + LONGEST + " bytes");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    private void split() throws BadLine {
        cells = 0;
        int at = 0;
        while (true) {
            if (cells == starts.length) {
                starts = Arrays.copyOf(starts, cells * 2);
                ends = Arrays.copyOf(ends, cells * 2);
            }
            starts[cells] = at;
            at = at < length && line[at] == '"' ? quoted(at) : plain(at);
            cells++;
            if (at == length) {
                return;
            }
            at++;
        }
    }

    private int plain(int start) {
        int at = start;
        while (at < length && line[at] != ',') {
            at++;
        }
        ends[cells] = at;
        return at;
    }

    /** Where the comma behind the cell stands, or the line's end; doubled quotes become one in place. */
    private int quoted(int start) throws BadLine {
        int out = start + 1;
        starts[cells] = out;
        for (int at = start + 1; at < length; at++) {
            if (line[at] != '"') {
                line[out++] = line[at];
            } else if (at + 1 < length && line[at + 1] == '"') {
                line[out++] = '"';
                at++;
            } else if (at + 1 == length || line[at + 1] == ',') {
                ends[cells] = out;
                return at + 1;
            } else {
                throw new BadLine("has text behind the quote that closes its cell " + (cells + 1));
            }
        }
        throw new BadLine("breaks off within its cell " + (cells + 1));
    }
}
