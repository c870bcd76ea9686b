package org.lenticular.location;

import org.jspecify.annotations.Nullable;

/** Whether a place can be sent clients to. Asked for each copy, so it only looks at what is known already. Thread-safe. */
@FunctionalInterface
public interface PlaceHealth {
    /** One that nobody watches. */
    PlaceHealth UP = copy -> null;

    /**
     * Why this copy cannot be had now, as a note has it ({@code does not answer}); null where nothing is known against it.
     */
    @Nullable
    String hindrance(Copy copy);
}
