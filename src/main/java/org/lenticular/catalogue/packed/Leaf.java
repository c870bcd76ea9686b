package org.lenticular.catalogue.packed;

/** Eight bytes that say of an image where its row begins, counted from the first row, and which of the formats it has. */
final class Leaf {
    /** Formats that a file can tell apart; 0 is for none. */
    static final int MOST_FORMATS = (1 << 24) - 1;
    /** Bytes that all rows may have together: a tebibyte. */
    static final long MOST_BYTES = 1L << 40;

    private static final int FORMAT_BITS = 24;

    private Leaf() {}

    static long of(long offset, int format) {
        return offset << FORMAT_BITS | format;
    }

    static long offset(long leaf) {
        return leaf >>> FORMAT_BITS;
    }

    static int format(long leaf) {
        return (int) (leaf & MOST_FORMATS);
    }
}
