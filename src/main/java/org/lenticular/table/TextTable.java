package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/**
 * Columns side by side, for a person at a terminal: names, units where there are any, rows, and a last line that says how many and how they ended.
 * Each column is as wide as its longest cell among the first rows; a longer one further on moves the rest of its own row only, and none is cut.
 */
public final class TextTable implements Format {
    private static final RowLoop ROWS = new RowLoop("", 0, "\n");

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        AlignedRows rows = AlignedRows.of(document);
        rows.headings().forEach(line -> buffer.add(line + "\n"));
        RowLoop.End end = ROWS.send(rows, new Lines(buffer), buffer, out);
        buffer.add("\n" + shown(HtmlPage.told(end)) + "\n");
        // Behind the rows, where a person at a terminal looks.
        for (Info info : document.rows().infos()) {
            buffer.add(shown(info.name() + ": " + info.value()) + "\n");
        }
        for (String warning : document.warnings()) {
            buffer.add(shown("Note: " + warning) + "\n");
        }
        buffer.drainAll(out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        SeparatedText.fault(fault, out);
    }

    /** Text on one line, without what would command a terminal. */
    static String shown(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r') {
                shown.append(' ');
            } else {
                shown.appendCodePoint(isShown(c) ? c : 0xFFFD);
            }
        });
        return shown.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Takes whole lines, which are the cells of {@link AlignedRows}. */
    private record Lines(Utf8Buffer buffer) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            text(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void text(@Nullable String value) {
            buffer.add(value == null ? "" : value);
        }
    }
}
