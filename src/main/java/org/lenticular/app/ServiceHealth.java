package org.lenticular.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.fault.FaultException;
import org.lenticular.location.Place;
import org.lenticular.location.health.Watches;
import org.lenticular.ops.Health;
import org.lenticular.protocol.Served;
import org.lenticular.vosi.Availability;

/**
 * Whether the collections are loaded and the places answer. A place that is down does not keep the service from being ready: searches are answered,
 * links lead to other copies, and no other instance of it would see more.
 */
final class ServiceHealth implements Health {
    private final Catalogue catalogue;
    private final Map<String, Served> collections;
    private final Watches watches;
    private final Instant upSince;

    ServiceHealth(Catalogue catalogue, Map<String, Served> collections, Watches watches, Clock clock) {
        this.catalogue = catalogue;
        this.collections = collections;
        this.watches = watches;
        this.upSince = clock.instant();
    }

    @Override
    public List<String> hindrances() {
        List<String> hindrances = new ArrayList<>();
        for (String collection : collections.keySet()) {
            try {
                catalogue.table(collection);
            } catch (FaultException e) {
                hindrances.add(e.fault().message());
            }
        }
        return hindrances;
    }

    @Override
    public List<String> remarks() {
        return watches.down();
    }

    /** Of the service as a whole: not there where it is not ready, or no copy of anything can be had. */
    Availability availability() {
        List<String> hindrances = hindrances();
        boolean noPlace = collections.values().stream()
                .flatMap(served -> served.copies().places().stream())
                .filter(place -> place.resolver().isPresent())
                .map(Place::health)
                .allMatch(health -> health.isDown());
        return new Availability(
                hindrances.isEmpty() && !noPlace,
                upSince,
                Stream.concat(hindrances.stream(), remarks().stream()).toList());
    }
}
