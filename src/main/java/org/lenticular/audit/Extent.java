package org.lenticular.audit;

import org.jspecify.annotations.Nullable;

/**
 * How much an audit asks for.
 *
 * @param again whether it begins anew, whatever is known already
 * @param sample what it asks for; null for every copy
 * @param anySeed whether a sample of that size will do that was begun with another seed
 */
public record Extent(boolean again, @Nullable Sample sample, boolean anySeed) {
    /** Every copy. */
    public static Extent all(boolean again) {
        return new Extent(again, null, false);
    }

    /** The file that has what is known: a sample does not throw away what was asked for before it. */
    String file() {
        return sample == null ? "audit" : "audit-sample";
    }
}
