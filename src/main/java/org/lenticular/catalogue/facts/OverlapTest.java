package org.lenticular.catalogue.facts;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether the range between two columns overlaps one of some intervals; a single number's columns are one. */
final class OverlapTest implements FactTest {
    /** Finds what is wanted, up to so many; false where they are more. */
    interface Index {
        boolean find(Spans wanted, ImageNumbers found, BooleanSupplier stop);
    }

    private final FactColumn low;
    private final FactColumn high;
    private final Spans wanted;
    private final @Nullable Index index;

    OverlapTest(FactColumn low, FactColumn high, Spans wanted, @Nullable Index index) {
        this.low = low;
        this.high = high;
        this.wanted = wanted;
        this.index = index;
    }

    @Override
    public boolean holds(long image) {
        double begin = low.number(image);
        return wanted.overlap(begin, low == high ? begin : high.number(image));
    }

    @Override
    public boolean mayHold(long block) {
        return wanted.overlap(low.least(block), high.most(block));
    }

    @Override
    public boolean isNever() {
        return !wanted.overlap(low.least(), high.most());
    }

    @Override
    public boolean isAlways() {
        boolean allKnown = !low.hasNulls() && !high.hasNulls();
        // Wherever they lie, each begins and ends in it; one whose ends are the wrong way round does too.
        return allKnown && wanted.hold(Math.min(low.least(), high.least()), Math.max(low.most(), high.most()));
    }

    @Override
    public Optional<long[]> images(int most, BooleanSupplier stop) {
        ImageNumbers found = new ImageNumbers(most);
        return index != null && index.find(wanted, found, stop) ? Optional.of(found.sorted()) : Optional.empty();
    }
}
