package org.lenticular.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.data.DataProtocol;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.fault.FaultException;
import org.lenticular.http.Endpoints;
import org.lenticular.location.LocationResolver;
import org.lenticular.protocol.Served;
import org.lenticular.sia.SiaProtocol;

/** The service, put together from a configuration; closing it takes it apart again. */
public final class Lenticular implements AutoCloseable {
    private final Config config;
    private final Endpoints endpoints;
    private final Catalogue catalogue;

    private Lenticular(Config config, Endpoints endpoints, Catalogue catalogue) {
        this.config = config;
        this.endpoints = endpoints;
        this.catalogue = catalogue;
    }

    /** The configuration in this file. */
    public static Config read(Path file) throws IOException {
        throw new IOException("TO BE COMPLETED: ConfigReader.read(file)");
    }

    /** Opens what the configuration names, loaded or not. */
    public static Lenticular open(Config config) {
        Catalogue catalogue =
                new SqliteStore(config.catalogueFolder(), config.limits().queryTime()).open();
        return new Lenticular(config, assemble(config, catalogue), catalogue);
    }

    /** The classes behind the addresses, in one place. */
    private static Endpoints assemble(Config config, Catalogue catalogue) {
        Config.Limits limits = config.limits();
        Map<String, Served> collections = ServedCollections.of(config, kinds());
        return new Endpoints(
                new SiaProtocol(catalogue, collections, limits.defaultRows(), limits.maxRows()),
                new DataLinkProtocol(catalogue, collections, limits.maxIds()),
                new DataProtocol(catalogue, collections),
                () -> HomePage.html(config),
                () -> hindrances(catalogue, collections.keySet()));
    }

    /** The kinds of places that there are, by name: ours, and those in an operator's jars. */
    static Map<String, LocationResolver.Kind> kinds() {
        Map<String, LocationResolver.Kind> kinds = new TreeMap<>();
        ServiceLoader.load(LocationResolver.Kind.class, Lenticular.class.getClassLoader())
                .forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
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

    /** Loads what is not loaded or has changed. */
    public static Loader loader() {
        return config -> {};
    }

    public Config config() {
        return config;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
