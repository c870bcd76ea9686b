package org.lenticular.load;

import java.util.Locale;

/**
 * What came of loading one collection.
 *
 * @param images that are served now
 * @param products that are linked now
 * @param leftOut rows that are no images: another {@code dataproduct_type}; no mistake
 * @param badRows rows that cannot be used, of images and of products
 * @param nowhere images that no region finds, since nothing says where they are
 * @param seconds that it took
 */
public record LoadReport(
        String collection, long images, long products, long leftOut, long badRows, long nowhere, double seconds) {
    /** For people, on one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %,d images, %,d products, %,d left out (no images), %,d bad rows, %s%.1f s",
                collection,
                images,
                products,
                leftOut,
                badRows,
                nowhere == 0 ? "" : String.format(Locale.ROOT, "%,d found by no region, ", nowhere),
                seconds);
    }
}
