package org.lenticular.catalogue.facts;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.lenticular.catalogue.packed.SearchStopped;

/** All images in order, save the blocks in which none can meet all tests. Not thread-safe. */
public final class BlockScan implements LongSupplier {
    private static final int BETWEEN_LOOKS = 1024;

    private final long images;
    private final List<FactTest> tests;
    private final BooleanSupplier stop;
    private long next;
    private long end;

    /**
     * @param images how many there are
     * @param from the first that may be found
     * @param stop asked now and then: ends the scan with {@link SearchStopped}
     */
    public BlockScan(long images, List<FactTest> tests, long from, BooleanSupplier stop) {
        this.images = images;
        this.tests = List.copyOf(tests);
        this.stop = stop;
        this.next = from;
        this.end = from;
    }

    /** The next image; −1 at the end. */
    @Override
    public long getAsLong() {
        while (next >= end) {
            long block = next / FactsLayout.BLOCK;
            if (next >= images) {
                return -1;
            }
            if (block % BETWEEN_LOOKS == 0 && stop.getAsBoolean()) {
                throw new SearchStopped();
            }
            end = Math.min((block + 1) * FactsLayout.BLOCK, images);
            if (!mayHold(block)) {
                next = end;
            }
        }
        return next++;
    }

    private boolean mayHold(long block) {
        for (FactTest test : tests) {
            if (!test.mayHold(block)) {
                return false;
            }
        }
        return true;
    }
}
