package org.lenticular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter, of a table or of a service: a column with one value and what else it may be.
 *
 * @param value as VOTable text; empty where the client gives it
 * @param min the least legal value; null for none
 * @param max the greatest; null for none
 * @param options the legal values; empty where any will do
 */
public record Param(
        Column column,
        String value,
        @Nullable String min,
        @Nullable String max,
        List<Option> options) {
    /** A legal value, and what people read for it (null: the value itself). */
    public record Option(@Nullable String name, String value) {}

    public Param {
        options = List.copyOf(options);
    }

    /** A parameter with this value, about whose range nothing is said. */
    public Param(Column column, String value) {
        this(column, value, null, null, List.of());
    }

    /** The same parameter with another value. */
    public Param withValue(String other) {
        return new Param(column, other, min, max, options);
    }

    public static Param text(String name, String value) {
        return new Param(Column.text(name), value);
    }
}
