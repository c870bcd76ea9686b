package org.lenticular.catalogue.packed;

import java.nio.charset.StandardCharsets;

/**
 * Finds where something of a name is, in one look at a file in most cases: eight bytes an entry, of which three are of the name's hash and five say
 * where; an entry that is taken is followed by the next. Names that come twice are found in the order in which they came.
 */
final class NameTable {
    private static final int PLACE_BITS = 40;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    private static final int ENTRY = 8;

    private NameTable() {}

    /**
     * Where a table is in its file.
     *
     * @param from a multiple of eight
     * @param entries a power of two, at least twice as many as there are names
     */
    record Extent(long from, long entries) {
        static Extent of(long from, long names) {
            return new Extent(from, Long.highestOneBit(Math.max(names, 1) * 4 - 1));
        }

        long end() {
            return from + entries * ENTRY;
        }

        /** Where the entry is that a name of this hash should have. */
        long first(long hash) {
            return from + (hash & entries - 1) * ENTRY;
        }

        /** Where the entry behind this one is. */
        long next(long entry) {
            return entry + ENTRY == end() ? from : entry + ENTRY;
        }
    }

    /** What an entry holds; never 0, which is an empty one. */
    static long entry(long hash, long place) {
        return hash & ~PLACE | place;
    }

    static long place(long entry) {
        return entry & PLACE;
    }

    /** Whether the entry can be of a name of this hash. */
    static boolean mayBe(long entry, long hash) {
        return ((entry ^ hash) & ~PLACE) == 0;
    }

    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** FNV-1a, its bits stirred once more: the low ones choose the entry, the high ones are kept. */
    static long hash(byte[] name) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name) {
            hash = (hash ^ b & 0xFF) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }
}
