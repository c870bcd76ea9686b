package org.lenticular.load;

import java.util.List;

/** So many rows of a table cannot be used that its load would be no use either. */
final class TooManyBadRows extends Exception {
    private static final long serialVersionUID = 1L;

    TooManyBadRows(long bad, long read, double allowed, List<String> named) {
        super(bad + " of the first " + read + " rows cannot be used, more than the share that bad_rows allows ("
                + allowed
                + "):\n  " + String.join("\n  ", named)
                + (bad > named.size() ? "\n  and " + (bad - named.size()) + " more" : ""));
    }
}
