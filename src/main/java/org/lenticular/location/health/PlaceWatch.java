package org.lenticular.location.health;

import java.time.Duration;
import java.util.Optional;
import org.lenticular.archive.Location;

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

    /** How often what is on this machine is looked for: that takes nobody's time, and an unmounted disk is to be known of soon. */
    private static final Duration ROOT_EVERY = Duration.ofSeconds(5);

    /** Not at all: nothing is known against the place, ever. */
    public static final PlaceWatch NONE = new PlaceWatch(Optional.empty(), DEFAULT_EVERY, false);

    /** The same, by what is there as long as the place is, where the operator names no product. */
    PlaceWatch orBy(Optional<Location> root, WatchRules rules) {
        if (path.isPresent() || root.isEmpty()) {
            return this;
        }
        // Failures must come within the window, or the place never counts as down.
        Duration longest = rules.window().dividedBy(rules.failures());
        Duration pace = longest.compareTo(ROOT_EVERY) < 0 ? longest : ROOT_EVERY;
        return new PlaceWatch(root.map(Location::text), pace, inRequests);
    }

    boolean isNone() {
        return path.isEmpty() && !inRequests;
    }
}
