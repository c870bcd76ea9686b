package org.lenticular.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.archive.Source;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Config.Holding;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.SettingProblem;
import org.lenticular.protocol.Served;

/** The collections of a configuration, each with the places that hold its products. */
final class ServedCollections {
    private ServedCollections() {}

    /** By name, in the configuration's order. */
    static Map<String, Served> of(Config config, Map<String, LocationResolver.Kind> kinds) {
        Map<String, Served> served = new LinkedHashMap<>();
        for (CollectionSettings collection : config.collections().values()) {
            List<Place> places = new ArrayList<>();
            for (Map.Entry<String, Holding> holding : collection.holdings().entrySet()) {
                Config.Place place = config.places().get(holding.getKey());
                if (place == null) {
                    throw new IllegalStateException("no such source: " + holding.getKey());
                }
                places.add(place(place, holding.getValue(), kinds));
            }
            served.put(
                    collection.name(),
                    new Served(
                            collection.name(),
                            collection.title(),
                            new CopyChooser(collection.name(), places),
                            collection.services()));
        }
        return served;
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
