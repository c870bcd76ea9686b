package org.lenticular.catalogue.packed;

/**
 * Where things are in a file of images: a head, the tree's levels from its leaves up, then the rows. All follows from the number of images, so
 * that the whole file can be written in one go.
 *
 * <p>Level 0 has one entry an image, and one more that says where the rows end; each level above has one for every {@link #FAN} of the one below. An
 * entry is a box (six floats, rounded outward: least and most x, y, z) and, on level 0, the image's {@link Leaf}. Little-endian throughout.
 *
 * @param images how many
 * @param counts entries of each level, without level 0's last
 * @param starts where each level begins
 * @param rows where the rows begin
 */
record Layout(long images, long[] counts, long[] starts, long rows) {
    /** Eight bytes that no other file begins with; the last is the version. */
    static final long MAGIC = 0x4C454E5449430001L;
    /** Bytes of the head: the magic number, the number of images, the whole file's length. */
    static final int HEAD = 32;
    /** Entries below one; measured: 8 and 32 are slower. */
    static final int FAN = 16;
    /** Bytes of an entry: a power of two, so that none lies across the end of a mapped piece. */
    static final int ENTRY = 32;
    /** Where an entry's leaf is. */
    static final int LEAF = 24;

    static Layout of(long images) {
        int levels = 1;
        for (long count = images; count > FAN; count = (count + FAN - 1) / FAN) {
            levels++;
        }
        long[] counts = new long[levels];
        long[] starts = new long[levels];
        long count = images;
        long start = HEAD;
        for (int level = 0; level < levels; level++) {
            counts[level] = count;
            starts[level] = start;
            start += ENTRY * (level == 0 ? count + 1 : count);
            count = (count + FAN - 1) / FAN;
        }
        return new Layout(images, counts, starts, start);
    }

    int levels() {
        return counts.length;
    }

    long entry(int level, long index) {
        return starts[level] + index * ENTRY;
    }
}
