package org.lenticular.audit;

import org.lenticular.archive.Product;

/**
 * A random sample of each place's copies: those of the products that a number drawn from the seed and the product's own names puts first. So the same
 * seed gives the same sample, and places that hold the same products are asked for the same ones.
 *
 * @param copies of each place, 1 to {@link #MOST}; a place that holds fewer is asked for all of them
 * @param seed any number
 */
public record Sample(int copies, long seed) {
    /** A number of eight bytes is kept for each. */
    public static final int MOST = 1_000_000;

    /** The product's rank: the lower, the sooner it is drawn. */
    long rank(String dataset, Product product) {
        long hash = mixed(seed);
        for (String part : new String[] {dataset, product.path(), product.semantics()}) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001B3L;
            }
            hash = mixed(hash);
        }
        return hash;
    }

    /** Each bit depends on each (the end of MurmurHash3): the names of products differ in their last digits. */
    private static long mixed(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
