package org.lenticular.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.config.Config;
import org.lenticular.location.Kinds;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.Probe;
import org.lenticular.protocol.Served;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.vosi.ServiceFacts;

/** What a configuration's catalogue and places hold, for commands that look at them and serve nothing. */
public final class Inspection implements AutoCloseable {
    /** A command reads a whole collection, and whoever runs it can stop it. */
    private static final Duration ANY_TIME = Duration.ofDays(3650);

    private final Config config;
    private final CatalogueStore store;
    private final Catalogue catalogue;
    private final Map<String, Served> collections;

    private Inspection(Config config, CatalogueStore store, Map<String, Served> collections) {
        this.config = config;
        this.store = store;
        this.catalogue = store.open();
        this.collections = collections;
    }

    /** Opens what the configuration names, loaded or not. */
    public static Inspection open(Config config) {
        return new Inspection(config, Lenticular.store(config, ANY_TIME), ServedCollections.of(config, Kinds.found()));
    }

    public CatalogueStore store() {
        return store;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** By name, in the configuration's order. */
    public Map<String, Served> collections() {
        return collections;
    }

    /** The product by which a collection's place is watched, where the operator names one: its path in the collection, or its whole location. */
    public Optional<String> watchedBy(String collection, Place place) {
        return Optional.ofNullable(config.collections().get(collection))
                .flatMap(settings -> ServedCollections.watch(
                                config, settings, place.source().name())
                        .path());
    }

    /** The places of this machine that are not there now, such as a folder whose disk is not mounted; a line each. */
    public List<String> absent() {
        List<String> absent = new ArrayList<>();
        for (Served served : collections.values()) {
            for (Place place : served.copies().places()) {
                place.resolver()
                        .ifPresent(resolver -> resolver.root()
                                .map(resolver::probe)
                                .filter(probe -> probe.found() != Probe.Found.THERE)
                                .ifPresent(probe -> absent.add(
                                        served.name() + ": " + place.source().name() + ": " + probe.reason())));
            }
        }
        return absent;
    }

    /** What the service tells of itself. */
    public ServiceFacts selfDescription() {
        int rows = config.limits().maxRows();
        return SelfDescription.of(config, catalogue, new SiaProtocol(catalogue, collections, rows, rows)::columns);
    }

    @Override
    public void close() {
        catalogue.close();
        collections.values().stream()
                .flatMap(served -> served.copies().places().stream())
                .map(Place::resolver)
                .flatMap(Optional::stream)
                .forEach(LocationResolver::close);
    }
}
