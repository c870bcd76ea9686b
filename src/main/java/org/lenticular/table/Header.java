package org.lenticular.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** A name for each column that no other has: the second of one name is {@code name_2}. For forms that hold rows by their columns' names. */
    static List<String> differentNames(List<Column> columns) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            String name = column.name();
            for (int i = 2; !taken.add(name); i++) {
                name = column.name() + "_" + i;
            }
            names.add(name);
        }
        return names;
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
