package org.lenticular.catalogue.facts;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One constraint as it is tested over the images of one load. Thread-safe. */
public interface FactTest {
    /** Met by none. */
    FactTest NONE = of(new long[0]);

    /** Whether the image meets it, exactly. */
    boolean holds(long image);

    /** Whether any image of the block may. */
    boolean mayHold(long block);

    /** Whether no image meets it, as far as that can be told at once. */
    default boolean isNever() {
        return false;
    }

    /** Whether every image meets it, as far as that can be told at once. */
    default boolean isAlways() {
        return false;
    }

    /**
     * The images that meet it, in order.
     *
     * @param most how many are worth finding
     * @param stop asked now and then: ends the search with {@link org.lenticular.catalogue.packed.SearchStopped}
     * @return empty where there are more, or no index finds them
     */
    default Optional<long[]> images(int most, BooleanSupplier stop) {
        return Optional.empty();
    }

    /** Met by just these images, which are in order. */
    static FactTest of(long[] images) {
        return new FactTest() {
            @Override
            public boolean holds(long image) {
                return Arrays.binarySearch(images, image) >= 0;
            }

            @Override
            public boolean mayHold(long block) {
                int place = Arrays.binarySearch(images, block * FactsLayout.BLOCK);
                int next = place < 0 ? -place - 1 : place;
                return next < images.length && images[next] < (block + 1) * FactsLayout.BLOCK;
            }

            @Override
            public boolean isNever() {
                return images.length == 0;
            }

            @Override
            public Optional<long[]> images(int most, BooleanSupplier stop) {
                return images.length <= most ? Optional.of(images) : Optional.empty();
            }
        };
    }
}
