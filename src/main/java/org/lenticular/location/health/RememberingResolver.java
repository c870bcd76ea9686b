package org.lenticular.location.health;

import org.lenticular.archive.Location;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Probe;

/** Asks for a copy only where it does not remember what the place said of it. */
final class RememberingResolver extends ResolverDecorator {
    private final Remembered remembered;

    RememberingResolver(LocationResolver inner, Remembered remembered) {
        super(inner);
        this.remembered = remembered;
    }

    @Override
    public Probe probe(Location location) {
        Probe known = remembered.get(location);
        if (known != null) {
            return known;
        }
        Probe probe = super.probe(location);
        if (probe.found() != Probe.Found.UNKNOWN) {
            remembered.put(location, probe);
        }
        return probe;
    }
}
