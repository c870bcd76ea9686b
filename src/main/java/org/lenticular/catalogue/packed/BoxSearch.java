package org.lenticular.catalogue.packed;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.lenticular.sky.Box;

/** Goes through the tree from its top to the images, front to back. It needs no memory but its place on each level. Not thread-safe. */
public final class BoxSearch {
    /** Some microseconds' worth of boxes. */
    private static final int BETWEEN_LOOKS = 1024;

    private final MappedFile file;
    private final Layout layout;
    private final BooleanSupplier stop;
    private final float minX;
    private final float maxX;
    private final float minY;
    private final float maxY;
    private final float minZ;
    private final float maxZ;
    /** For each level, the next entry to look at, and the first that is under another parent. */
    private final long[] next;

    private final long[] end;
    private int looks;

    BoxSearch(MappedFile file, Layout layout, Box box, BooleanSupplier stop) {
        this.file = file;
        this.layout = layout;
        this.stop = stop;
        minX = Floats.down(box.minX());
        maxX = Floats.up(box.maxX());
        minY = Floats.down(box.minY());
        maxY = Floats.up(box.maxY());
        minZ = Floats.down(box.minZ());
        maxZ = Floats.up(box.maxZ());
        next = new long[layout.levels()];
        end = new long[layout.levels()];
        int top = layout.levels() - 1;
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
                next[level] = entry * Layout.FAN;
                end[level] = Math.min(next[level] + Layout.FAN, layout.counts()[level]);
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
        ByteBuffer piece = file.piece(entry);
        int at = MappedFile.within(entry);
        return piece.getFloat(at) <= maxX
                && piece.getFloat(at + 4) >= minX
                && piece.getFloat(at + 8) <= maxY
                && piece.getFloat(at + 12) >= minY
                && piece.getFloat(at + 16) <= maxZ
                && piece.getFloat(at + 20) >= minZ;
    }
}
