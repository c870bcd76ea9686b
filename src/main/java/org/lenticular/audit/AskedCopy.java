package org.lenticular.audit;

import org.jspecify.annotations.Nullable;

/**
 * What one place said of one product's copy.
 *
 * @param source the place's name
 * @param at the copy's own path there, as the catalogue has it; null where it is the product's path
 * @param expected bytes that the catalogue says; null where it does not
 * @param length bytes that the place says; null where it does not
 * @param etag as the place writes it; null where it has none
 * @param location where it was asked for; null where all is fine
 * @param reason for people: what is wrong; empty where nothing is
 */
public record AskedCopy(
        String source,
        Finding finding,
        @Nullable String at,
        @Nullable Long expected,
        @Nullable Long length,
        @Nullable String etag,
        @Nullable String location,
        String reason) {
    /** Whether the place did not say if it has it. */
    boolean isOpen() {
        return finding == Finding.CANNOT_SAY || finding == Finding.NOT_ASKED;
    }
}
