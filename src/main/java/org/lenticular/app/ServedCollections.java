package org.lenticular.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lenticular.archive.Source;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Config.Holding;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.SettingProblem;
import org.lenticular.location.health.PlaceWatch;
import org.lenticular.location.health.Watches;
import org.lenticular.protocol.Served;

/** The collections of a configuration, each with the places that hold its products. */
final class ServedCollections {
    private ServedCollections() {}

    /** By name, in the configuration's order; nobody watches the places. */
    static Map<String, Served> of(Config config, Map<String, LocationResolver.Kind> kinds) {
        return of(config, kinds, (collection, place) -> place);
    }

    /** The same, each place watched as the operator wants. */
    static Map<String, Served> watched(Config config, Map<String, LocationResolver.Kind> kinds, Watches watches) {
        return of(config, kinds, (collection, place) -> watched(config, collection, place, watches));
    }

    private static Place watched(Config config, CollectionSettings collection, Place place, Watches watches) {
        String source = place.source().name();
        Holding holding = Objects.requireNonNull(collection.holdings().get(source));
        PlaceWatch how = watch(config, collection, source);
        // With settings of its own it may be at another address: TESS's main server is not Chandra's.
        boolean own = holding.watch().isPresent() || !holding.settings().isEmpty();
        return watches.watched(own ? source + " of " + collection.name() : source, place, how);
    }

    /** How a collection's source is to be watched. */
    static PlaceWatch watch(Config config, CollectionSettings collection, String source) {
        return Objects.requireNonNull(collection.holdings().get(source))
                .watch()
                .orElse(Objects.requireNonNull(config.places().get(source)).watch());
    }

    private static Map<String, Served> of(
            Config config,
            Map<String, LocationResolver.Kind> kinds,
            BiFunction<CollectionSettings, Place, Place> around) {
        Map<String, Served> served = new LinkedHashMap<>();
        for (CollectionSettings collection : config.collections().values()) {
            List<Place> places = new ArrayList<>();
            for (Map.Entry<String, Holding> holding : collection.holdings().entrySet()) {
                Config.Place place = config.places().get(holding.getKey());
                if (place == null) {
                    throw new IllegalStateException("no such source: " + holding.getKey());
                }
                places.add(around.apply(collection, place(place, holding.getValue(), kinds)));
            }
            served.put(
                    collection.name(),
                    new Served(
                            collection.name(),
                            collection.title(),
                            new CopyChooser(collection.name(), places, elsewhere(config, collection)),
                            collection.services(),
                            collection.citation(),
                            collection.accessUrl()));
        }
        return served;
    }

    /** The sources that other collections have and this one has not. */
    private static List<Source> elsewhere(Config config, CollectionSettings collection) {
        return config.collections().values().stream()
                .flatMap(other -> other.holdings().keySet().stream())
                .filter(name -> !collection.holdings().containsKey(name))
                .distinct()
                .map(name -> Objects.requireNonNull(config.places().get(name)).source())
                .toList();
    }

    private static Place place(Config.Place place, Holding holding, Map<String, LocationResolver.Kind> kinds) {
        Map<String, String> settings = new LinkedHashMap<>(place.settings());
        settings.putAll(holding.settings());
        Optional<LocationResolver> resolver = place.kind().map(kind -> open(kinds.get(kind), place, settings));
        Source source = holding.linkAuth().map(place.source()::withLinkAuth).orElse(place.source());
        return new Place(source, resolver, holding.holds().rule());
    }

    private static LocationResolver open(
            LocationResolver.@org.jspecify.annotations.Nullable Kind kind,
            Config.Place place,
            Map<String, String> settings) {
        try {
            if (kind == null) {
                throw new IllegalStateException("no such kind of place: " + place.kind());
            }
            return kind.open(settings);
        } catch (SettingProblem e) {
            // The reader of the configuration has asked the same kind about the same settings.
            throw new IllegalStateException(place.source().name() + "." + e.key() + ": " + e.getMessage(), e);
        }
    }
}
