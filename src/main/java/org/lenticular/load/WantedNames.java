package org.lenticular.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that a source's listing will be asked for, as a Bloom filter: a listing of a hundred million files may be of a bucket where a collection
 * has a thousand. Of a name that was added it says so for sure; of others mostly that they are none. Its size is bounded; too many names let more of
 * the others through, and nothing else. Not thread-safe.
 */
final class WantedNames {
    private static final int LEAST_BITS = 1 << 16;
    /** 32 MiB. */
    private static final int MOST_BITS = 1 << 28;

    /** Keeps wrong answers to one in a thousand. */
    private static final int BITS_FOR_EACH = 16;

    private static final int PROBES = 5;

    private final long[] bits;
    private final int mask;
    private boolean hasDirectories;
    private @Nullable String first;

    /** @param expected how many names; -1 where that is not known */
    WantedNames(long expected) {
        long wanted = expected < 0 ? MOST_BITS : expected * BITS_FOR_EACH;
        int size = LEAST_BITS;
        while (size < wanted && size < MOST_BITS) {
            size *= 2;
        }
        this.bits = new long[size >> 6];
        this.mask = size - 1;
    }

    /**
     * @param isDirectory whether everything in it is wanted; then the name ends with a slash
     */
    void add(String name, boolean isDirectory) {
        first = first == null ? name : first;
        hasDirectories |= isDirectory;
        long hash = mixed(hash(name));
        for (int i = 0; i < PROBES; i++) {
            int bit = bit(hash, i);
            bits[bit >> 6] |= 1L << (bit & 63);
        }
    }

    /** Whether it may have been added, or a directory that it is in. */
    boolean mayHave(String name) {
        long hash = START;
        for (int i = 0; i < name.length(); i++) {
            hash = step(hash, name.charAt(i));
            if (hasDirectories && name.charAt(i) == '/' && has(mixed(hash))) {
                return true;
            }
        }
        return has(mixed(hash));
    }

    /** One that was added; empty where none was. */
    Optional<String> example() {
        return Optional.ofNullable(first);
    }

    private boolean has(long hash) {
        for (int i = 0; i < PROBES; i++) {
            int bit = bit(hash, i);
            if ((bits[bit >> 6] & 1L << (bit & 63)) == 0) {
                return false;
            }
        }
        return true;
    }

    private int bit(long hash, int probe) {
        return (int) (hash + probe * (hash >>> 32 | 1)) & mask;
    }

    // FNV-1a over UTF-16: a name's hash is made from that of its directory, so all of a name's directories cost one
    // pass.
    private static final long START = 0xcbf29ce484222325L;

    private static long step(long hash, char c) {
        return (hash ^ c) * 0x100000001b3L;
    }

    private static long hash(String name) {
        long hash = START;
        for (int i = 0; i < name.length(); i++) {
            hash = step(hash, name.charAt(i));
        }
        return hash;
    }

    /** Spreads the last characters over all bits (the finalizer of MurmurHash3). */
    private static long mixed(long hash) {
        long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
