package org.lenticular.catalogue.packed;

import java.util.function.BooleanSupplier;

/** Goes through the tree from its top to the images, front to back. It needs no memory but its place on each level. Not thread-safe. */
public final class BoxSearch {
    /** Some microseconds' worth of boxes. */
    private static final int BETWEEN_LOOKS = 1024;

    private final MappedFile file;
    private final Layout layout;
    private final BooleanSupplier stop;
    private final FloatBox box;
    /** For each level, the entry that the first image wanted is under: none before is looked at. */
    private final long[] first;
    /** For each level, the next entry to look at, and the first that is under another parent. */
    private final long[] next;

    private final long[] end;
    private int looks;

    BoxSearch(MappedFile file, Layout layout, FloatBox box, long from, BooleanSupplier stop) {
        this.file = file;
        this.layout = layout;
        this.stop = stop;
        this.box = box;
        first = new long[layout.levels()];
        next = new long[layout.levels()];
        end = new long[layout.levels()];
        long above = from;
        for (int level = 0; level < first.length; level++, above /= Layout.FAN) {
            first[level] = above;
        }
        int top = layout.levels() - 1;
        next[top] = first[top];
        end[top] = layout.counts()[top];
    }

    /** The next image; −1 at the end. */
    public long next() {
        int level = 0;
        while (true) {
            long entry = nextOn(level);
            if (entry >= 0 && level == 0) {
                return entry;
            }
            if (entry >= 0) {
                level--;
                long child = entry * Layout.FAN;
                next[level] = Math.max(child, first[level]);
                end[level] = Math.min(child + Layout.FAN, layout.counts()[level]);
            } else if (++level == layout.levels()) {
                return -1;
            }
        }
    }

    /** The next entry of a level, among those of one parent, that the box touches; −1 for none. */
    private long nextOn(int level) {
        while (next[level] < end[level]) {
            long entry = next[level]++;
            if (touches(layout.entry(level, entry))) {
                return entry;
            }
        }
        return -1;
    }

    private boolean touches(long entry) {
        if (++looks % BETWEEN_LOOKS == 0 && stop.getAsBoolean()) {
            throw new SearchStopped();
        }
        return box.touches(file, entry);
    }
}
