package org.lenticular.catalogue.facts;

import java.util.List;
import org.lenticular.query.Extent;

/**
 * Where things are in a file of facts: a head, the columns, the indexes. A column has a value for each image in their order, then for each
 * {@link #BLOCK} of images the least and the most that is in it (two doubles; the least is above the most where there is nothing). Every part begins at a
 * multiple of eight. Little-endian throughout.
 */
final class FactsLayout {
    /** Eight bytes that no other file begins with; the last is the version. */
    static final long MAGIC = 0x4C454E5446410001L;
    /** Images that are passed over together. */
    static final int BLOCK = 256;

    static final int IMAGES = 8;
    static final int LENGTH = 16;

    /** What is searched by an index. */
    static final List<Extent> INDEXED = List.of(Extent.TIME, Extent.BAND);

    private static final int COLUMNS = 24;
    private static final int COLUMN = 32;
    private static final int INDEXES = COLUMNS + FactColumns.COUNT * COLUMN;
    private static final int INDEX = 16;

    /** Bytes of the head. */
    static final int HEAD = INDEXES + (INDEXED.size() + 1) * INDEX;

    private FactsLayout() {}

    /** Where the head tells of a column: where it begins (0: every value is null), how many are null, the least and the most. */
    static int column(int column) {
        return COLUMNS + column * COLUMN;
    }

    /** Where the head tells of the index of an extent, and, behind the last, of that of targets: where it begins (0: there is none), and how many entries it has. */
    static int index(int index) {
        return INDEXES + index * INDEX;
    }

    static int targets() {
        return index(INDEXED.size());
    }

    static long blocks(long images) {
        return (images + BLOCK - 1) / BLOCK;
    }

    /** Where a column's blocks begin, counted from where the column does. */
    static long zones(int column, long images) {
        return aligned(images * FactColumns.width(column));
    }

    /** Bytes of a column with its blocks. */
    static long bytes(int column, long images) {
        return zones(column, images) + 2 * Double.BYTES * blocks(images);
    }

    static long aligned(long bytes) {
        return (bytes + 7) & ~7L;
    }
}
