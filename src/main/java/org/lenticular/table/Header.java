package org.lenticular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table. Kept by those who answer with the same columns again and again, so that their XML and JSON are made once. */
public final class Header {
    private final List<Column> columns;
    private volatile byte @Nullable [] votable;
    private volatile @Nullable JsonColumns json;

    public Header(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** The FIELDs. Two threads may both make them at first: they make the same. */
    byte[] votable() {
        byte[] made = votable;
        if (made == null) {
            made = VotableElements.fields(columns);
            votable = made;
        }
        return made;
    }

    /** What JSON says of them; made like the FIELDs. */
    JsonColumns json() {
        JsonColumns made = json;
        if (made == null) {
            made = JsonColumns.of(columns);
            json = made;
        }
        return made;
    }
}
