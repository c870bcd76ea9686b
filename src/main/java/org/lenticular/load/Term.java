package org.lenticular.load;

import org.jspecify.annotations.Nullable;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/**
 * A role as the standards define it (ObsCore 1.1 §3–4, SIA 1.0 §4.2).
 *
 * @param column its name, type and unit, and what else they say of it
 */
record Term(Column column) {
    String name() {
        return column.name();
    }

    @Nullable
    String unit() {
        return column.unit();
    }

    boolean isText() {
        return column.type().isText();
    }

    boolean isArray() {
        return !isText() && column.arraysize() != null;
    }

    boolean isWhole() {
        return column.type() == Datatype.INT || column.type() == Datatype.LONG;
    }
}
