package org.lenticular.archive;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one product at one source, where that is not what the source's rule says.
 *
 * @param there whether the source holds a copy
 * @param at the copy's own path at that place, or its whole location; null where it is the product's path
 * @param length bytes of the copy; null when unknown
 * @param etag as the place writes it; null when unknown
 */
public record Held(
        boolean there,
        @Nullable String at,
        @Nullable Long length,
        @Nullable String etag) {
    /** The source has no copy of this product. */
    public static final Held NOT = new Held(false, null, null, null);

    public static Held at(String pathOrLocation) {
        return new Held(true, pathOrLocation, null, null);
    }
}
