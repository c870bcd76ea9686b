package org.lenticular.coverage;

import java.util.Arrays;

/**
 * A set of cells of one order, and so of all that larger ones are made of. A bit for each cell, in pages of which only those are kept that are neither
 * empty nor full: at order 9 it takes 0.4 MB at the most, at order 11 6 MB. Not thread-safe.
 */
final class CellSet {
    /** The order of the cells that a page is for: 3072 in all. */
    private static final int PAGES = 4;
    /** A page of less than a word would be none. */
    static final int COARSEST = PAGES + 3;

    private static final long[] EMPTY = {};
    private static final long[] FULL = {};

    private final int order;
    private final int pageBits;
    private final long[][] pages = new long[(int) Healpix.cells(PAGES)][];

    /** @param order of the cells, from {@link #COARSEST} on */
    CellSet(int order) {
        if (order < COARSEST || order > Moc.FINEST) {
            throw new IllegalArgumentException("no set of cells of order " + order);
        }
        this.order = order;
        this.pageBits = 2 * (order - PAGES);
        Arrays.fill(pages, EMPTY);
    }

    /** The order of its cells. */
    int order() {
        return order;
    }

    /** Adds a cell of this order or of a larger kind, with all that it is made of. */
    void add(int cellOrder, long cell) {
        int shift = 2 * (order - cellOrder);
        addRange(cell << shift, cell + 1 << shift);
    }

    /** Adds cells of its own order. */
    void addRange(long from, long to) {
        for (long at = from; at < to; ) {
            int page = (int) (at >>> pageBits);
            long pageStart = (long) page << pageBits;
            long end = Math.min(to, pageStart + (1L << pageBits));
            if (at == pageStart && end == pageStart + (1L << pageBits)) {
                pages[page] = FULL;
            } else {
                set(page, (int) (at - pageStart), (int) (end - pageStart));
            }
            at = end;
        }
    }

    private void set(int page, int from, int to) {
        long[] words = pages[page];
        if (words == FULL) {
            return;
        }
        if (words == EMPTY) {
            words = new long[1 << pageBits - 6];
            pages[page] = words;
        }
        int first = from >>> 6;
        int last = to - 1 >>> 6;
        long head = -1L << from;
        long tail = -1L >>> -to;
        if (first == last) {
            words[first] |= head & tail;
        } else {
            words[first] |= head;
            Arrays.fill(words, first + 1, last, -1L);
            words[last] |= tail;
        }
    }

    /** Adds, for each cell of a larger kind of which anything is in it, the rest of it. */
    void coarsen(int cellOrder) {
        int shift = 2 * (order - cellOrder);
        long all = Healpix.cells(order);
        for (long from = next(0, true); shift > 0 && from < all; ) {
            long cell = from >>> shift;
            add(cellOrder, cell);
            from = next(cell + 1 << shift, true);
        }
    }

    /** Whether all of a cell is in it. */
    boolean holds(int cellOrder, long cell) {
        if (cellOrder < PAGES) {
            for (long part = 4 * cell; part < 4 * cell + 4; part++) {
                if (!holds(cellOrder + 1, part)) {
                    return false;
                }
            }
            return true;
        }
        int shift = 2 * (order - cellOrder);
        long from = cell << shift;
        long[] words = pages[(int) (from >>> pageBits)];
        if (words == EMPTY || words == FULL) {
            return words == FULL;
        }
        int bit = (int) (from & (1L << pageBits) - 1);
        if (shift < 6) {
            long mask = (1L << (1 << shift)) - 1 << bit;
            return (words[bit >>> 6] & mask) == mask;
        }
        int end = bit + (1 << shift) >>> 6;
        for (int i = bit >>> 6; i < end; i++) {
            if (words[i] != -1L) {
                return false;
            }
        }
        return true;
    }

    /** The first cell of its own order from one on that is in it, or is not; the number of all cells where there is none. */
    long next(long from, boolean in) {
        long all = Healpix.cells(order);
        for (long at = from; at < all; ) {
            int page = (int) (at >>> pageBits);
            long[] words = pages[page];
            long pageEnd = (long) page + 1 << pageBits;
            if (words == EMPTY || words == FULL) {
                if (words == FULL == in) {
                    return at;
                }
                at = pageEnd;
                continue;
            }
            int bit = (int) (at & (1L << pageBits) - 1);
            long word = (in ? words[bit >>> 6] : ~words[bit >>> 6]) & -1L << bit;
            if (word != 0) {
                return (at & -64L) + Long.numberOfTrailingZeros(word);
            }
            at = (at & -64L) + 64;
        }
        return all;
    }
}
