package org.lenticular.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.config.ConfigReader;
import org.lenticular.config.Problem;
import org.lenticular.data.DataProtocol;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Servlets;
import org.lenticular.http.Startup;
import org.lenticular.load.Loader;
import org.lenticular.load.Progress;
import org.lenticular.location.KindProblem;
import org.lenticular.location.Kinds;
import org.lenticular.location.health.Watches;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.TaggedProtocol;
import org.lenticular.protocol.Tags;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.sia2.CoverageProtocol;
import org.lenticular.sia2.Sia2Protocol;
import org.lenticular.vosi.VosiProtocol;

/** The service, put together from a configuration; closing it takes it apart again. */
public final class Lenticular implements AutoCloseable {
    private final Config config;
    private final Endpoints endpoints;
    private final Catalogue catalogue;
    private final Watches watches;
    private final OpenPlaces places;

    private Lenticular(Config config, Endpoints endpoints, Catalogue catalogue, Watches watches, OpenPlaces places) {
        this.config = config;
        this.endpoints = endpoints;
        this.catalogue = catalogue;
        this.watches = watches;
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
        Watches watches = new Watches(config.watch(), Clock.systemUTC());
        Map<String, Served> collections = ServedCollections.watched(config, Kinds.found(), watches);
        Endpoints endpoints = assemble(config, catalogue, collections, watches);
        watches.start();
        return new Lenticular(config, endpoints, catalogue, watches, OpenPlaces.of(collections.values()));
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
    private static Endpoints assemble(
            Config config, Catalogue catalogue, Map<String, Served> collections, Watches watches) {
        Config.Limits limits = config.limits();
        Origin origin = new Origin(
                config.service().registration().publisher(),
                config.service()
                        .registration()
                        .email()
                        .or(() -> config.service().registration().contact()),
                software(),
                Clock.systemUTC());
        ServiceHealth health = new ServiceHealth(catalogue, collections, watches, Clock.systemUTC());
        Tags tags = new Tags(Release.of(config), catalogue, collections);
        SiaProtocol sia = new SiaProtocol(catalogue, collections, limits.defaultRows(), limits.maxRows(), origin);
        DataLinkProtocol dataLink = new DataLinkProtocol(
                catalogue,
                collections,
                new DataLinkProtocol.Limits(limits.maxIds(), limits.answeredIds(), limits.maxLinks()));
        VosiProtocol vosi = new VosiProtocol(SelfDescription.of(config, catalogue, sia::columns), health::availability);
        Sia2Protocol.Limits sia2 = new Sia2Protocol.Limits(
                limits.defaultRows(),
                limits.maxRows(),
                limits.maxConstraints(),
                limits.maxVertices(),
                limits.maxFacetValues(),
                limits.maxAhead());
        return new Endpoints(
                new TaggedProtocol(sia, tags),
                new TaggedProtocol(new Sia2Protocol(catalogue, collections, sia2, origin), tags),
                new TaggedProtocol(
                        new CoverageProtocol(catalogue, collections, sia2), tags.byForm(CoverageProtocol::form)),
                new TaggedProtocol(dataLink, tags),
                new DataProtocol(catalogue, collections),
                () -> HomePage.html(config),
                new Endpoints.Documents(vosi, vosi.addresses()),
                health);
    }

    private static String software() {
        return Release.version().map(version -> "Lenticular/" + version).orElse("Lenticular");
    }

    /** Puts the service into a context that starts. */
    public Startup startup() {
        return context -> Servlets.register(context, config.service(), config.limits(), endpoints);
    }

    @Override
    public void close() {
        watches.close();
        places.close();
        catalogue.close();
    }
}
