package org.lenticular.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.archive.Source;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** A place whose answers are in the test's hand; what is not put there is not there. */
final class TestPlace implements LocationResolver {
    private final String name;
    private final Map<String, Probe> probes = new ConcurrentHashMap<>();
    private final Map<String, List<Listed>> directories = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Runnable before;
    private volatile @Nullable Probe always;

    TestPlace(String name) {
        this.name = name;
    }

    Place place() {
        return new Place(new Source(name, name, List.of(), false), Optional.of(this), true);
    }

    TestPlace has(String path, @Nullable Long length) {
        probes.put(path, Probe.there(length, "\"" + path.length() + "\"", null));
        return this;
    }

    TestPlace says(String path, Probe probe) {
        probes.put(path, probe);
        return this;
    }

    TestPlace lists(String path, Listed... files) {
        directories.put(path, List.of(files));
        return this;
    }

    /** Says so of everything from now on; null: as it is. */
    TestPlace always(@Nullable Probe probe) {
        always = probe;
        return this;
    }

    /** Runs before each answer. */
    TestPlace before(Runnable action) {
        before = action;
        return this;
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    @Override
    public Location locate(String at) {
        return new Location("test://" + name + "/" + at);
    }

    @Override
    public Optional<Address> web(Location location) {
        return Optional.empty();
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return Optional.empty();
    }

    private String path(Location location) {
        return location.text().substring(("test://" + name + "/").length());
    }

    @Override
    public Probe probe(Location location) {
        asked.incrementAndGet();
        Runnable action = before;
        if (action != null) {
            action.run();
        }
        Probe said = always;
        return said == null ? probes.getOrDefault(path(location), Probe.notThere("HTTP status 404")) : said;
    }

    @Override
    public Stream<Listed> list(Location directory) throws PlaceException {
        if (directories.isEmpty()) {
            throw new PlaceException("places of this kind cannot list");
        }
        return directories.getOrDefault(path(directory), List.of()).stream();
    }
}
