package org.lenticular.location;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a place said when it was asked for a copy.
 *
 * @param found whether it is there
 * @param length bytes; null when not told
 * @param etag as the place writes it, quotes and all; null when not told
 * @param modified null when not told
 * @param reason one line for people: why it is not there, or why nobody can say, and what to do; empty where it is there
 */
public record Probe(
        Found found,
        @Nullable Long length,
        @Nullable String etag,
        @Nullable Instant modified,
        String reason) {
    /** Whether a copy is there. */
    public enum Found {
        THERE,
        /** The place answers, and has no such copy. */
        NOT_THERE,
        /** The place did not say: it is down, refuses us, or is not what the configuration says. */
        UNKNOWN
    }

    /** It is there. */
    public static Probe there(@Nullable Long length, @Nullable String etag, @Nullable Instant modified) {
        return new Probe(Found.THERE, length, etag, modified, "");
    }

    /** The place answers, and has none. */
    public static Probe notThere(String reason) {
        return new Probe(Found.NOT_THERE, null, null, null, reason);
    }

    /** The place did not say. */
    public static Probe unknown(String reason) {
        return new Probe(Found.UNKNOWN, null, null, null, reason);
    }
}
