package org.lenticular.location;

import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;

/** One product at one source. */
public record Copy(Place place, Location location) {
    /** The name of its source. */
    public String source() {
        return place.source().name();
    }

    LocationResolver resolver() {
        return place.resolver().orElseThrow();
    }

    /** Whether this machine serves it itself. */
    boolean isOurs() {
        return resolver().file(location).isPresent();
    }

    /** Why it cannot be had now; null where nothing is known against it. */
    @Nullable
    String hindrance() {
        return place.health().hindrance(this);
    }
}
