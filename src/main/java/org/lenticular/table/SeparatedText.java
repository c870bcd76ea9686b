package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.lenticular.fault.Fault;

/** What CSV and TSV have in common: a line of names, a line for each row, and no place for anything else. */
final class SeparatedText {
    private static final byte[] REPLACED = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private SeparatedText() {}

    /**
     * Writes names and rows.
     *
     * @param cells writes each cell with a separator behind it, into the buffer
     * @param loop takes the last separator back, and ends the line
     * @param lineEnd the same as the loop's
     */
    static void write(
            TableDocument document, Cells cells, RowLoop loop, String lineEnd, Utf8Buffer buffer, OutputStream out)
            throws IOException {
        for (Column column : document.header().columns()) {
            cells.text(column.name());
        }
        buffer.truncate(Math.max(0, buffer.size() - 1));
        buffer.add(lineEnd);
        UnmarkedRows rows = new UnmarkedRows(document.rows());
        loop.send(rows, cells, buffer, out);
        rows.requireWhole();
        buffer.drainAll(out);
    }

    /** One line of plain text (DALI 1.1 §4.2). */
    static void fault(Fault fault, OutputStream out) throws IOException {
        out.write((fault.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Adds text between quotation marks, those in it doubled; control characters that XML could not hold either become U+FFFD. */
    static void quoted(Utf8Buffer buffer, byte[] bytes, int offset, int length) {
        buffer.add("\"");
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '"') {
                // Up to the mark, and then from it on: it is written twice.
                buffer.add(bytes, start, i + 1 - start);
                start = i;
            } else if (isControl(bytes[i])) {
                buffer.add(bytes, start, i - start);
                buffer.add(REPLACED);
                start = i + 1;
            }
        }
        buffer.add(bytes, start, end - start);
        buffer.add("\"");
    }

    static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r';
    }
}
