package org.lenticular.location;

import org.jspecify.annotations.Nullable;

/**
 * Whether a place can be sent clients to. Asked for each copy, so it looks at what is known already; only what {@link #forAnswer} gives may ask the
 * place, within its time. Thread-safe.
 */
@FunctionalInterface
public interface PlaceHealth {
    /** The hindrance of all copies at a place that is down. */
    String NO_ANSWER = "does not answer";

    /** The hindrance of a copy that the place says it has not. It does not go away by waiting. */
    String LOST = "has lost its copy";

    /** The hindrance of a copy whose address must be signed, at a place that has nothing to sign with now. */
    String UNSIGNED = "cannot sign addresses";

    /** One that nobody watches. */
    PlaceHealth UP = copy -> null;

    /**
     * Why this copy cannot be had now, as a note has it ({@code does not answer}); null where nothing is known against it.
     */
    @Nullable
    String hindrance(Copy copy);

    /** Whether the whole place is down, as far as is known. */
    default boolean isDown() {
        return false;
    }

    /**
     * The same for the making of one answer, by one thread: a place that is to be asked about copies in requests is asked, until the answer's time
     * is over. Itself where the place is not.
     */
    default PlaceHealth forAnswer() {
        return this;
    }

    /** Says that this copy will be looked at soon. */
    default void expect(Copy copy) {}
}
