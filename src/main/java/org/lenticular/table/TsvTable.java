package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/**
 * Tab-separated values (IANA {@code text/tab-separated-values}) in UTF-8, a line of names first, cells as VOTable has them. A cell can hold neither
 * tab nor line break: each becomes a blank. A cell with a quotation mark is written as in CSV, since readers other than {@code cut} take the mark
 * for one that quotes, and TOPCAT refuses the whole table for one in the middle of a cell. It cannot say that rows were left out; where they break
 * off, so does the answer.
 */
public final class TsvTable implements Format {
    private static final String LINE_END = "\n";
    private static final byte[] TAB = {'\t'};
    private static final byte[] NONE = new byte[0];
    private static final RowLoop ROWS = new RowLoop("", TAB.length, LINE_END);

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        SeparatedText.write(document, new TsvCells(buffer), ROWS, LINE_END, buffer, out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        SeparatedText.fault(fault, out);
    }

    private record TsvCells(Utf8Buffer buffer) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            if (plain) {
                buffer.add(bytes, offset, length, TAB);
            } else {
                special(bytes, offset, length);
            }
        }

        @Override
        public void text(@Nullable String value) {
            byte[] utf8 = value == null ? NONE : value.getBytes(StandardCharsets.UTF_8);
            special(utf8, 0, utf8.length);
        }

        private void special(byte[] bytes, int offset, int length) {
            boolean marked = false;
            boolean broken = false;
            for (int i = offset; i < offset + length; i++) {
                marked |= bytes[i] == '"';
                broken |= bytes[i] >= 0 && bytes[i] < ' ';
            }
            byte[] line = broken ? onOneLine(bytes, offset, length) : bytes;
            int from = broken ? 0 : offset;
            int size = broken ? line.length : length;
            if (marked) {
                SeparatedText.quoted(buffer, line, from, size);
                buffer.add(TAB);
            } else {
                buffer.add(line, from, size, TAB);
            }
        }

        private static byte[] onOneLine(byte[] bytes, int offset, int length) {
            return new String(bytes, offset, length, StandardCharsets.UTF_8)
                    .replace('\t', ' ')
                    .replace('\n', ' ')
                    .replace('\r', ' ')
                    .replaceAll("[\\x00-\\x1F]", "\uFFFD")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
