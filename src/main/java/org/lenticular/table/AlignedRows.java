package org.lenticular.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Rows as lines of text, each a single cell, in columns that are as wide as the first rows need. Looks ahead for these, and no further. */
final class AlignedRows implements Rows {
    private static final int MOST_ROWS = 100;
    private static final int MOST_CHARACTERS = 256 * 1024;
    /** A column that is wider fills screens with blanks. */
    private static final int WIDEST = 300;

    private static final String BETWEEN = "  ";

    private final Rows rows;
    private final List<Column> columns;
    private final int[] widths;
    private final Queue<List<String>> ahead = new ArrayDeque<>();
    private @Nullable RuntimeException broken;
    private boolean ended;

    AlignedRows(Rows rows, List<Column> columns) {
        this.rows = rows;
        this.columns = columns;
        this.widths = new int[columns.size()];
    }

    /** Reads the first rows, and measures them; the headings come next. */
    void lookAhead() throws IOException {
        widen(names());
        widen(units());
        int characters = 0;
        List<String> row = read();
        while (row != null) {
            ahead.add(row);
            widen(row);
            characters += row.stream().mapToInt(String::length).sum();
            row = ahead.size() < MOST_ROWS && characters < MOST_CHARACTERS ? read() : null;
        }
    }

    /** The lines above the rows: names, units where some column has one, and a rule. */
    List<String> headings() {
        List<String> lines = new ArrayList<>(List.of(line(names())));
        if (units().stream().anyMatch(unit -> !unit.isEmpty())) {
            lines.add(line(units()));
        }
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        lines.add(line(rule));
        return lines;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        List<String> row = ahead.poll();
        if (row == null) {
            row = read();
        }
        if (row == null) {
            if (broken != null) {
                throw broken;
            }
            return false;
        }
        cells.text(line(row));
        return true;
    }

    /** Null where there is no further row, or it breaks off: {@link #next} tells of that when the rows before it are out. */
    private @Nullable List<String> read() throws IOException {
        List<String> row = new ArrayList<>(columns.size());
        try {
            ended = ended || !rows.next(new Gathering(row));
        } catch (RuntimeException e) {
            broken = e;
            ended = true;
        }
        return ended ? null : row;
    }

    @Override
    public boolean overflowed() {
        return rows.overflowed();
    }

    @Override
    public @Nullable String overflowMessage() {
        return rows.overflowMessage();
    }

    private List<String> names() {
        return columns.stream().map(column -> TextTable.shown(column.name())).toList();
    }

    private List<String> units() {
        return columns.stream()
                .map(column -> column.unit() == null ? "" : TextTable.shown(column.unit()))
                .toList();
    }

    private void widen(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Math.min(WIDEST, width(row.get(i))));
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Numbers end in one line, text begins in one. */
    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(Math.max(0, widths[i] - width(row.get(i))));
            boolean number = !columns.get(i).type().isText() && columns.get(i).arraysize() == null;
            line.append(i == 0 ? "" : BETWEEN)
                    .append(number ? blanks : "")
                    .append(row.get(i))
                    .append(number ? "" : blanks);
        }
        return line.toString().stripTrailing();
    }

    private record Gathering(List<String> row) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            text(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void text(@Nullable String value) {
            row.add(value == null ? "" : TextTable.shown(value));
        }
    }
}
