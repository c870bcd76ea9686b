package org.lenticular.catalogue.packed;

/**
 * Where things are in a file of products: a head, a table of the datasets' identifiers, one of the products' paths, then the datasets, in the order of
 * their identifiers' bytes. All but the end follows from how many there are.
 *
 * <p>A dataset is a number of bytes that follow, then the length of its identifier, the identifier, the number of its image (eight bytes; -1 for
 * none), and of each product a length and its bytes. Every number stands at a multiple of four, and so none lies across the end of a mapped piece.
 * Little-endian throughout.
 *
 * @param datasets how many
 * @param products how many
 */
record ProductLayout(long datasets, long products) {
    /** Eight bytes that no other file begins with; the last is the version. */
    static final long MAGIC = 0x4C454E5450520001L;
    /** Bytes of the head: the magic number, how many datasets and products there are, the whole file's length. */
    static final int HEAD = 32;
    /** Bytes that all datasets may have together: a tebibyte. */
    static final long MOST_BYTES = 1L << 40;
    /** Bytes that one dataset may have. */
    static final int MOST_DATASET = 1 << 28;
    /** Bytes of a number before a piece of text. */
    static final int NUMBER = 4;

    static int aligned(int length) {
        return length + 3 & ~3;
    }

    NameTable.Extent ids() {
        return NameTable.Extent.of(HEAD, datasets);
    }

    NameTable.Extent paths() {
        return NameTable.Extent.of(ids().end(), products);
    }

    /** Where the first dataset begins. */
    long start() {
        return paths().end();
    }
}
