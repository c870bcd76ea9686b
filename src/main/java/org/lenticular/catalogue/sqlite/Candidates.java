package org.lenticular.catalogue.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.lenticular.catalogue.facts.BlockScan;
import org.lenticular.catalogue.facts.FactTest;
import org.lenticular.catalogue.packed.AnyBoxSearch;
import org.lenticular.catalogue.packed.FloatBox;
import org.lenticular.catalogue.packed.PackedImages;

/**
 * Chooses which images are looked at for a query. Whatever is chosen, all that meet the query are among them: it is a matter of time only. Few on the sky go
 * before all else, then the fewest that an index finds, up to so many; else those on the sky, and without a region all, save whole blocks.
 *
 * @param boxes around each region; none for anywhere
 * @param from the first that may be found
 */
record Candidates(PackedImages images, List<FloatBox> boxes, List<FactTest> tests, long from, BooleanSupplier stop) {
    /** So few that looking at an index costs as much. */
    private static final int FEW = 256;
    /** So many of one index are put in order in memory; where there are more, images that are wanted lie so close that passing over the others is quick. */
    private static final int MOST = 1 << 15;

    /** In order, each once; −1 at the end. */
    LongSupplier choose() {
        if (tests.stream().anyMatch(FactTest::isNever)) {
            return () -> -1;
        }
        if (boxes.isEmpty()) {
            return fewest(MOST).orElseGet(() -> new BlockScan(images.count(), tests, from, stop));
        }
        if (tests.isEmpty()) {
            return onTheSky();
        }
        LongSupplier sky = onTheSky();
        long[] first = new long[FEW];
        for (int i = 0; i < FEW; i++) {
            first[i] = sky.getAsLong();
            if (first[i] < 0) {
                return list(Arrays.copyOf(first, i));
            }
        }
        return fewest(MOST).orElseGet(() -> oneAfterTheOther(list(first), sky));
    }

    private LongSupplier onTheSky() {
        if (boxes.size() == 1) {
            return images.search(boxes.get(0), from, stop)::next;
        }
        return new AnyBoxSearch(
                boxes.stream().map(box -> images.search(box, from, stop)).toList());
    }

    private Optional<LongSupplier> fewest(int most) {
        Optional<long[]> fewest = Optional.empty();
        for (FactTest test : tests) {
            Optional<long[]> found = test.images(fewest.map(less -> less.length).orElse(most), stop);
            fewest = found.isPresent() ? found : fewest;
        }
        return fewest.map(this::list);
    }

    private LongSupplier list(long[] images) {
        int place = Arrays.binarySearch(images, from);
        return new LongSupplier() {
            private int next = place < 0 ? -place - 1 : place;

            @Override
            public long getAsLong() {
                return next < images.length ? images[next++] : -1;
            }
        };
    }

    private static LongSupplier oneAfterTheOther(LongSupplier first, LongSupplier second) {
        return () -> {
            long image = first.getAsLong();
            return image < 0 ? second.getAsLong() : image;
        };
    }
}
