package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/**
 * Comma-separated values (RFC 4180) in UTF-8, a line of names first, cells as VOTable has them. It cannot say that rows were left out; where they
 * break off, so does the answer. What a spreadsheet makes of a cell that begins with {@code =} is its own affair: cells stay what they are.
 */
public final class CsvTable implements Format {
    private static final String LINE_END = "\r\n";
    private static final byte[] COMMA = {','};
    private static final byte[] NONE = new byte[0];
    private static final RowLoop ROWS = new RowLoop("", COMMA.length, LINE_END);

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        boolean single = document.header().columns().size() == 1;
        SeparatedText.write(document, new CsvCells(buffer, single), ROWS, LINE_END, buffer, out);
    }

    /** A line of such values, with its end, for those who write no answer; control characters that XML could not hold become U+FFFD. */
    public static String line(List<String> cells) {
        Utf8Buffer buffer = new Utf8Buffer();
        CsvCells line = new CsvCells(buffer, cells.size() == 1);
        cells.forEach(line::text);
        buffer.truncate(Math.max(0, buffer.size() - COMMA.length));
        buffer.add(LINE_END);
        return buffer.text();
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        SeparatedText.fault(fault, out);
    }

    /** @param single whether each row has one cell */
    private record CsvCells(Utf8Buffer buffer, boolean single) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            if (isBare(bytes, offset, length, plain)) {
                buffer.add(bytes, offset, length, COMMA);
            } else {
                SeparatedText.quoted(buffer, bytes, offset, length);
                buffer.add(COMMA);
            }
        }

        @Override
        public void text(@Nullable String value) {
            byte[] utf8 = value == null ? NONE : value.getBytes(StandardCharsets.UTF_8);
            encoded(utf8, 0, utf8.length, false);
        }

        private boolean isBare(byte[] bytes, int offset, int length, boolean plain) {
            if (length == 0) {
                // An empty line is no row to most readers.
                return !single;
            }
            return plain || !isSpecial(bytes, offset, length);
        }

        private static boolean isSpecial(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                byte b = bytes[i];
                if (b == ',' || b == '"' || b >= 0 && b < ' ') {
                    return true;
                }
            }
            return false;
        }
    }
}
