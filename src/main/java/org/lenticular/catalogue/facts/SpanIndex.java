package org.lenticular.catalogue.facts;

import java.util.function.BooleanSupplier;
import org.lenticular.catalogue.packed.MappedFile;
import org.lenticular.catalogue.packed.SearchStopped;

/**
 * Finds the images whose ranges overlap given ones. Wherever the tree is gone down below a node that is wholly before the wanted upper end there is an image
 * that is found: so the work grows with what is found, however long some of the ranges are.
 */
final class SpanIndex {
    private static final int BETWEEN_LOOKS = 1024;

    private final MappedFile file;
    private final long start;
    private final SpanLayout layout;
    private final Spans wanted;
    private final ImageNumbers found;
    private final BooleanSupplier stop;
    private int looks;

    private SpanIndex(
            MappedFile file, long start, SpanLayout layout, Spans wanted, ImageNumbers found, BooleanSupplier stop) {
        this.file = file;
        this.start = start;
        this.layout = layout;
        this.wanted = wanted;
        this.found = found;
        this.stop = stop;
    }

    /**
     * Adds the images to those found.
     *
     * @param start where the index begins
     * @param count images in it
     * @return false where they are too many
     */
    static boolean find(
            MappedFile file, long start, long count, Spans wanted, ImageNumbers found, BooleanSupplier stop) {
        SpanLayout layout = SpanLayout.of(count);
        SpanIndex index = new SpanIndex(file, start, layout, wanted, found, stop);
        int top = layout.levels() - 1;
        return index.search(top, 0, layout.counts()[top]);
    }

    private boolean search(int level, long from, long to) {
        for (long entry = from; entry < to; entry++) {
            if (++looks % BETWEEN_LOOKS == 0 && stop.getAsBoolean()) {
                throw new SearchStopped();
            }
            long at = layout.at(start, level, entry);
            if (wanted.overlap(file.getDouble(at), file.getDouble(at + 8))) {
                boolean goesOn = level == 0
                        ? found.add(file.getLong(at + 16))
                        : search(
                                level - 1,
                                entry * SpanLayout.FAN,
                                Math.min((entry + 1) * SpanLayout.FAN, layout.counts()[level - 1]));
                if (!goesOn) {
                    return false;
                }
            }
        }
        return true;
    }
}
