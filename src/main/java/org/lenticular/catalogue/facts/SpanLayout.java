package org.lenticular.catalogue.facts;

/**
 * Where things are in an index of ranges, counted from where it begins. Level 0 has an entry for each image with a range: its lower end, its upper end
 * and the image's number. Each level above has one for every {@link #FAN} of the one below: the least lower and the greatest upper end.
 *
 * @param count images in it
 * @param counts entries of each level
 * @param starts where each level begins
 */
record SpanLayout(long count, long[] counts, long[] starts) {
    static final int FAN = 16;

    private static final int LEAF = 24;
    private static final int NODE = 16;

    static SpanLayout of(long count) {
        int levels = 1;
        for (long left = count; left > FAN; left = (left + FAN - 1) / FAN) {
            levels++;
        }
        long[] counts = new long[levels];
        long[] starts = new long[levels + 1];
        long left = count;
        for (int level = 0; level < levels; level++) {
            counts[level] = left;
            starts[level + 1] = starts[level] + left * (level == 0 ? LEAF : NODE);
            left = (left + FAN - 1) / FAN;
        }
        return new SpanLayout(count, counts, starts);
    }

    int levels() {
        return counts.length;
    }

    long bytes() {
        return starts[starts.length - 1];
    }

    long entry(long start, long index) {
        return at(start, 0, index);
    }

    /** Where an entry is, by where the index begins. */
    long at(long start, int level, long index) {
        return start + starts[level] + index * (level == 0 ? LEAF : NODE);
    }
}
