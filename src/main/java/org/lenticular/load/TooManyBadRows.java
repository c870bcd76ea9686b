package org.lenticular.load;

/** So many rows of a table cannot be used that its load would be no use either. */
final class TooManyBadRows extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param first the first of them; the others were told as they came */
    TooManyBadRows(long bad, long read, double allowed, String first) {
        super(bad + " of the first " + read + " rows cannot be used, more than the share that bad_rows allows ("
                + allowed + "); the first: " + first);
    }
}
