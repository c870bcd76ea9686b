package org.lenticular.location.health;

import java.util.Optional;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CannotSign;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceHealth;
import org.lenticular.location.Probe;

/** Tells the place's breaker what comes of each question, and that no address could be signed; asks nothing while the breaker says no. */
final class WatchedResolver extends ResolverDecorator {
    private final Breaker breaker;

    WatchedResolver(LocationResolver inner, Breaker breaker) {
        super(inner);
        this.breaker = breaker;
    }

    @Override
    public Address link(Location location) {
        try {
            return super.link(location);
        } catch (CannotSign e) {
            throw told(e);
        }
    }

    @Override
    public Optional<Address> web(Location location) {
        try {
            return super.web(location);
        } catch (CannotSign e) {
            throw told(e);
        }
    }

    @Override
    public boolean isOnTheWeb(Location location) {
        try {
            return super.isOnTheWeb(location);
        } catch (CannotSign e) {
            throw told(e);
        }
    }

    private CannotSign told(CannotSign failure) {
        breaker.failed(PlaceHealth.UNSIGNED, String.valueOf(failure.getMessage()));
        return failure;
    }

    @Override
    public Probe probe(Location location) {
        if (!breaker.mayAsk()) {
            return Probe.unknown(PlaceHealth.NO_ANSWER);
        }
        Probe probe = ask(location);
        if (probe.found() == Probe.Found.UNKNOWN) {
            breaker.failed(PlaceHealth.NO_ANSWER, probe.reason());
        } else {
            breaker.answered();
        }
        return probe;
    }

    private Probe ask(Location location) {
        try {
            return super.probe(location);
        } catch (RuntimeException | LinkageError e) {
            // A jar of an operator's may not keep to it. Its text may hold anything: only its class is told.
            return Probe.unknown("failed: " + e.getClass().getSimpleName());
        }
    }
}
