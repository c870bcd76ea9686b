package org.lenticular.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/**
 * A role as the standards define it (ObsCore 1.1 §3–4, SIA 1.0 §4.2).
 *
 * @param column its name, type and unit, and what else they say of it; of SIA's, no UCD, since that is its protocol's
 * @param ucd what a column of the role is known by; empty for none
 */
record Term(Column column, Optional<String> ucd) {
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
