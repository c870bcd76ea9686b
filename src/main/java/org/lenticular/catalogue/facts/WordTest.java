package org.lenticular.catalogue.facts;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.packed.MappedFile;

/** Whether the word in a column is one of some. */
final class WordTest implements FactTest {
    /**
     * Which images have a word.
     *
     * @param start where it begins
     * @param words the highest number
     */
    record Index(MappedFile file, long start, long words) {
        private long place(long word) {
            return file.getLong(start + word * Long.BYTES);
        }

        /** False where they are too many. */
        private boolean find(int word, ImageNumbers found) {
            boolean fits = word <= words;
            for (long i = fits ? place(word) : 0, end = fits ? place(word + 1) : 0; fits && i < end; i++) {
                fits = found.add(file.getLong(start + (words + 3 + i) * Long.BYTES));
            }
            return fits;
        }
    }

    private final FactColumn column;
    private final int[] wanted;
    private final @Nullable Index index;

    /** @param wanted in order; none is 0 */
    WordTest(FactColumn column, int[] wanted, @Nullable Index index) {
        this.column = column;
        this.wanted = wanted;
        this.index = index;
    }

    @Override
    public boolean holds(long image) {
        return Arrays.binarySearch(wanted, column.word(image)) >= 0;
    }

    @Override
    public boolean mayHold(long block) {
        return anyBetween(column.least(block), column.most(block));
    }

    private boolean anyBetween(double least, double most) {
        if (least > most) {
            return false;
        }
        int place = Arrays.binarySearch(wanted, (int) least);
        int next = place < 0 ? -place - 1 : place;
        return next < wanted.length && wanted[next] <= most;
    }

    @Override
    public boolean isNever() {
        return !anyBetween(column.least(), column.most());
    }

    @Override
    public boolean isAlways() {
        return !column.hasNulls() && column.least() == column.most() && anyBetween(column.least(), column.most());
    }

    @Override
    public Optional<long[]> images(int most, BooleanSupplier stop) {
        ImageNumbers found = new ImageNumbers(most);
        boolean fits = index != null;
        for (int i = 0; fits && index != null && i < wanted.length; i++) {
            fits = index.find(wanted[i], found);
        }
        return fits ? Optional.of(found.sorted()) : Optional.empty();
    }
}
