package org.lenticular.location.health;

import java.time.Duration;
import java.util.Optional;

/**
 * How one place is watched.
 *
 * @param path a product that is there, by its path in the collection or its whole location: asked for in the background; empty: nothing is
 * @param every how often
 * @param inRequests whether the place is asked for each copy that is about to be handed out
 */
public record PlaceWatch(Optional<String> path, Duration every, boolean inRequests) {
    /** How often, where the configuration does not say. */
    public static final Duration DEFAULT_EVERY = Duration.ofSeconds(30);

    /** Not at all: nothing is known against the place, ever. */
    public static final PlaceWatch NONE = new PlaceWatch(Optional.empty(), DEFAULT_EVERY, false);

    boolean isNone() {
        return path.isEmpty() && !inRequests;
    }
}
