package org.lenticular.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows that end well, break off, or never seem to end. */
final class TestRows {
    private TestRows() {}

    /** Kept rows, so that plain cells are copied. */
    static Rows each(List<? extends List<@Nullable String>> rows) {
        var left = rows.iterator();
        EncodedRow.Reader reader = new EncodedRow.Reader();
        return cells -> {
            if (!left.hasNext()) {
                return false;
            }
            List<@Nullable String> row = left.next();
            reader.start(EncodedRow.encode(row), 0);
            for (int i = 0; i < row.size(); i++) {
                reader.advance();
                reader.send(cells);
            }
            return true;
        };
    }

    static Rows breaking(int good, RuntimeException failure) {
        var rows = IntStream.range(0, good).iterator();
        return cells -> {
            if (rows.hasNext()) {
                return row(cells, "row " + rows.next());
            }
            cells.text("half a row");
            cells.text("7");
            throw failure;
        };
    }

    static boolean row(Cells cells, String text) throws IOException {
        for (String cell : List.of(text, "7", text)) {
            cells.text(cell);
        }
        return true;
    }

    /** Rows that differ, so that they do not vanish where a form compresses them. */
    static Rows different(int times) {
        var rows = IntStream.range(0, times).iterator();
        return cells -> rows.hasNext() && row(cells, "a & b " + Integer.toHexString(rows.next() * 0x9E3779B1));
    }

    static Rows repeated(byte[] row, int times) {
        var rows = IntStream.range(0, times).iterator();
        EncodedRow.Reader reader = new EncodedRow.Reader();
        return cells -> {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
            reader.start(row, 0);
            for (int i = 0; i < 3; i++) {
                reader.advance();
                reader.send(cells);
            }
            return true;
        };
    }
}
