package org.lenticular.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as lines of text, each a single cell, in columns that are as wide as the first rows need. */
final class AlignedRows implements Rows {
    private static final int MOST_ROWS = 100;
    private static final int MOST_CHARACTERS = 256 * 1024;
    /** A column that is wider fills screens with blanks. */
    private static final int WIDEST = 300;

    private static final String BETWEEN = "  ";

    private final LookAhead rows;
    private final List<Column> columns;
    private final int[] widths;

    private AlignedRows(LookAhead rows, List<Column> columns) {
        this.rows = rows;
        this.columns = columns;
        this.widths = new int[columns.size()];
        widen(names());
        widen(units());
        rows.first().forEach(this::widen);
    }

    static AlignedRows of(TableDocument document) throws IOException {
        return new AlignedRows(
                LookAhead.of(document.rows(), MOST_ROWS, MOST_CHARACTERS),
                document.header().columns());
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
        List<String> row = new ArrayList<>(columns.size());
        if (!rows.next(new LookAhead.Gathering(row))) {
            return false;
        }
        cells.text(line(row));
        return true;
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
        return columns.stream().map(Column::name).toList();
    }

    private List<String> units() {
        return columns.stream()
                .map(column -> column.unit() == null ? "" : column.unit())
                .toList();
    }

    private void widen(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Math.min(WIDEST, width(TextTable.shown(row.get(i)))));
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Numbers end in one line, text begins in one. */
    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = TextTable.shown(row.get(i));
            String blanks = " ".repeat(Math.max(0, widths[i] - width(cell)));
            boolean number = !columns.get(i).type().isText() && columns.get(i).arraysize() == null;
            line.append(i == 0 ? "" : BETWEEN)
                    .append(number ? blanks : "")
                    .append(cell)
                    .append(number ? "" : blanks);
        }
        return line.toString().stripTrailing();
    }
}
