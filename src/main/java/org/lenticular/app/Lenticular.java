package org.lenticular.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.config.ConfigReader;
import org.lenticular.config.Problem;
import org.lenticular.data.DataProtocol;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.fault.FaultException;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Servlets;
import org.lenticular.http.Startup;
import org.lenticular.load.Loader;
import org.lenticular.load.Progress;
import org.lenticular.location.KindProblem;
import org.lenticular.location.Kinds;
import org.lenticular.protocol.Served;
import org.lenticular.sia.SiaProtocol;

/** The service, put together from a configuration; closing it takes it apart again. */
public final class Lenticular implements AutoCloseable {
    private final Config config;
    private final Endpoints endpoints;
    private final Catalogue catalogue;
    private final OpenPlaces places;

    private Lenticular(Config config, Endpoints endpoints, Catalogue catalogue, OpenPlaces places) {
        this.config = config;
        this.endpoints = endpoints;
        this.catalogue = catalogue;
        this.places = places;
    }

    /** The configuration in this file; every mistake in it is told, those about its tables' columns when they are loaded. */
    public static Config read(Path file) throws ConfigException {
        try {
            return ConfigReader.read(file, Kinds.found());
        } catch (KindProblem e) {
            throw new ConfigException(file, List.of(new Problem("", "", String.valueOf(e.getMessage()), "")));
        }
    }

    /** Reads tables into the catalogue that the configuration names. */
    public static Loader loader(Config config, Progress progress) {
        return new Loader(store(config), progress);
    }

    /** Opens what the configuration names, loaded or not. */
    public static Lenticular open(Config config) {
        Catalogue catalogue = store(config).open();
        Map<String, Served> collections = ServedCollections.of(config, Kinds.found());
        Endpoints endpoints = assemble(config, catalogue, collections);
        return new Lenticular(config, endpoints, catalogue, OpenPlaces.of(collections.values()));
    }

    private static CatalogueStore store(Config config) {
        return store(config, config.limits().queryTime());
    }

    /** @param queryTime how long one may take before it is stopped */
    static CatalogueStore store(Config config, Duration queryTime) {
        return new SqliteStore(
                config.catalogueFolder(), queryTime, config.limits().maxQueries());
    }

    /** The classes behind the addresses, in one place. */
    private static Endpoints assemble(Config config, Catalogue catalogue, Map<String, Served> collections) {
        Config.Limits limits = config.limits();
        return new Endpoints(
                new SiaProtocol(catalogue, collections, limits.defaultRows(), limits.maxRows()),
                new DataLinkProtocol(
                        catalogue,
                        collections,
                        new DataLinkProtocol.Limits(limits.maxIds(), limits.answeredIds(), limits.maxLinks())),
                new DataProtocol(catalogue, collections),
                () -> HomePage.html(config),
                () -> hindrances(catalogue, collections.keySet()));
    }

    private static List<String> hindrances(Catalogue catalogue, Set<String> collections) {
        List<String> hindrances = new ArrayList<>();
        for (String collection : collections) {
            try {
                catalogue.table(collection);
            } catch (FaultException e) {
                hindrances.add(e.fault().message());
            }
        }
        return hindrances;
    }

    /** Puts the service into a context that starts. */
    public Startup startup() {
        return context -> Servlets.register(context, config.service(), config.limits(), endpoints);
    }

    @Override
    public void close() {
        places.close();
        catalogue.close();
    }
}
