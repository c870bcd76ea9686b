package org.lenticular.location.health;

import java.util.Optional;
import java.util.stream.Stream;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.Listed;
import org.lenticular.location.LocalFile;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** A resolver around another, which does all that this one does not do otherwise. */
abstract class ResolverDecorator implements LocationResolver {
    private final LocationResolver inner;

    ResolverDecorator(LocationResolver inner) {
        this.inner = inner;
    }

    @Override
    public Location locate(String at) {
        return inner.locate(at);
    }

    @Override
    public Address link(Location location) {
        return inner.link(location);
    }

    @Override
    public Optional<Address> web(Location location) {
        return inner.web(location);
    }

    @Override
    public boolean isCloud() {
        return inner.isCloud();
    }

    @Override
    public boolean isOnTheWeb(Location location) {
        return inner.isOnTheWeb(location);
    }

    @Override
    public Optional<LocalFile> file(Location location) {
        return inner.file(location);
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return inner.cloudAccess(location);
    }

    @Override
    public boolean requesterPays() {
        return inner.requesterPays();
    }

    @Override
    public Optional<Location> root() {
        return inner.root();
    }

    @Override
    public Probe probe(Location location) {
        return inner.probe(location);
    }

    @Override
    public Stream<Listed> list(Location directory) throws PlaceException {
        return inner.list(directory);
    }

    @Override
    public void warmUp() {
        inner.warmUp();
    }

    @Override
    public void close() {
        inner.close();
    }
}
