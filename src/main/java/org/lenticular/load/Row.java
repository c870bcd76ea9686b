package org.lenticular.load;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Template;

/** The current row of a table, its cells as VOTable text. One per table, moved from row to row. Not thread-safe. */
final class Row implements Function<String, @Nullable String> {
    private final OwnColumns columns;
    private final @Nullable String[] text;
    private long number;

    Row(OwnColumns columns) {
        this.columns = columns;
        this.text = new String[columns.count()];
    }

    void moveTo(long rowNumber, @Nullable Object[] cells) {
        number = rowNumber;
        Arrays.fill(text, null);
        for (int i = 0; i < Math.min(text.length, cells.length); i++) {
            text[i] = CellText.of(cells[i]);
        }
    }

    /** From 1. */
    long number() {
        return number;
    }

    @Nullable
    String cell(int column) {
        return text[column];
    }

    /** The cell of the column that a template names; null for an empty one. */
    @Override
    public @Nullable String apply(String name) {
        int index = columns.index(name);
        return index < 0 ? null : text[index];
    }

    @Nullable
    String expand(Template template) {
        return template.expand(this);
    }

    /** The text of the column of this name, in any case; null where there is no such column, or nothing in it. */
    @Nullable
    String optional(String name) {
        String value = apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
