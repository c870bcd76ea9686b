package org.lenticular.catalogue.facts;

import java.util.Arrays;

/** Numbers of images, up to so many. */
final class ImageNumbers {
    private final int most;
    private long[] numbers = new long[16];
    private int size;

    ImageNumbers(int most) {
        this.most = most;
    }

    /** False where it would be one too many. */
    boolean add(long image) {
        if (size == most) {
            return false;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = image;
        return true;
    }

    /** In order. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
