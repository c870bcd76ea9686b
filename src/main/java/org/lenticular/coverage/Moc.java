package org.lenticular.coverage;

import java.util.function.LongConsumer;

/** A Multi-Order Coverage map: what of the sky is covered, as cells that are as large as may be (IVOA MOC 2.0, an SMOC). Thread-safe; it does not change. */
public final class Moc {
    /** The finest order that there may be: a cell is 1.7 minutes of arc wide, and what is held 6 MB at the most. */
    public static final int FINEST = 11;

    private final int order;
    private final CellSet cells;

    /** @param cells of this order or a finer one, each cell of this order whole or not there; no longer the caller's */
    Moc(int order, CellSet cells) {
        this.order = order;
        this.cells = cells;
    }

    /** What takes a map's cells. */
    public interface Cells<E extends Exception> {
        void take(long cell) throws E;
    }

    static int requireOrder(int order) {
        if (order < 0 || order > FINEST) {
            throw new IllegalArgumentException("the order " + order + " is not between 0 and " + FINEST);
        }
        return order;
    }

    /** The order of the smallest cells that there may be in it. */
    public int order() {
        return order;
    }

    /** Whether nothing is covered. */
    public boolean isEmpty() {
        return cells.next(0, true) == Healpix.cells(cells.order());
    }

    /** The area that is covered, in square degrees. */
    public double squareDegrees() {
        long covered = 0;
        long all = Healpix.cells(cells.order());
        for (long from = cells.next(0, true); from < all; ) {
            long to = cells.next(from, false);
            covered += to - from;
            from = cells.next(to, true);
        }
        return covered * Healpix.squareDegrees(cells.order());
    }

    /** The same map with cells of this order at the smallest: it covers all that this one does, and what its cells have around that. */
    public Moc atMost(int most) {
        if (most >= order) {
            return this;
        }
        CoveredSky coarser = new CoveredSky(most);
        coarser.add(this);
        return coarser.map();
    }

    /** How many cells it has, of all orders. */
    public long size() {
        long[] count = {0};
        for (int each = 0; each <= order; each++) {
            forEach(each, cell -> count[0]++);
        }
        return count[0];
    }

    /** Gives its cells of one order, in ascending order; no cell is given with one that it is made of, or as four (MOC 2.0 §5.1). */
    public <E extends Exception> void forEach(int cellOrder, Cells<E> sink) throws E {
        int finest = cells.order();
        long all = Healpix.cells(finest);
        for (long from = cells.next(0, true); from < all; ) {
            long to = cells.next(from, false);
            for (long at = from; at < to; ) {
                int larger = Math.min(finest, Long.numberOfTrailingZeros(at) / 2);
                while (at + (1L << 2 * larger) > to) {
                    larger--;
                }
                if (finest - larger == cellOrder) {
                    sink.take(at >>> 2 * larger);
                }
                at += 1L << 2 * larger;
            }
            from = cells.next(to, true);
        }
    }

    /** Gives how many cells of its finest order in turn are not covered, and are, up to the last that is. */
    void runs(LongConsumer sink) {
        int shift = 2 * (cells.order() - order);
        long all = Healpix.cells(cells.order());
        long before = 0;
        for (long from = cells.next(0, true); from < all; ) {
            long to = cells.next(from, false);
            sink.accept(from - before >>> shift);
            sink.accept(to - from >>> shift);
            before = to;
            from = cells.next(to, true);
        }
    }

    /** Adds all of it to a set, each cell of an order that is touched whole. */
    void addTo(CellSet set, int wholeOrder) {
        long all = Healpix.cells(cells.order());
        int shift = 2 * (cells.order() - wholeOrder);
        for (long from = cells.next(0, true); from < all; ) {
            long to = cells.next(from, false);
            long first = from >>> shift;
            long last = (to - 1 >>> shift) + 1;
            int up = 2 * (set.order() - wholeOrder);
            set.addRange(first << up, last << up);
            from = cells.next(to, true);
        }
    }
}
