package org.lenticular.app;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.protocol.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places of all collections, while the service runs: made ready in a thread of their own, and closed at the end. */
final class OpenPlaces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPlaces.class);
    /** How long the end is kept waiting for a place that is being made ready; its thread is a daemon. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<LocationResolver> resolvers;
    private final Thread warmUp;

    private OpenPlaces(List<LocationResolver> resolvers) {
        this.resolvers = resolvers;
        this.warmUp = new Thread(this::warmUp, "lenticular-warm-up");
        warmUp.setDaemon(true);
    }

    static OpenPlaces of(Collection<Served> collections) {
        OpenPlaces places = new OpenPlaces(collections.stream()
                .flatMap(served -> served.copies().places().stream())
                .map(Place::resolver)
                .flatMap(Optional::stream)
                .toList());
        places.warmUp.start();
        return places;
    }

    private void warmUp() {
        for (LocationResolver resolver : resolvers) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                resolver.warmUp();
            } catch (RuntimeException | LinkageError e) {
                // A jar of an operator's may not keep to it.
                LOG.warn("A place could not be made ready", e);
            }
        }
    }

    @Override
    public void close() {
        warmUp.interrupt();
        try {
            warmUp.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        resolvers.forEach(LocationResolver::close);
    }
}
