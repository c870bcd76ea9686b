package org.lenticular.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.Holding;
import org.lenticular.config.PlacesReader.ReadPlace;
import org.lenticular.location.LocationResolver.Kind;
import org.lenticular.location.health.PlaceWatch;

/** Reads a collection's {@code sources}: which of the places hold its products, the default first. */
final class HoldingsReader {
    private final Path folder;
    private final Map<String, ReadPlace> places;
    private final HoldsReader holds;
    private final WatchReader watch;

    /** @param folder that relative paths begin in */
    HoldingsReader(Path folder, Map<String, ReadPlace> places, TablesReader tables, WatchReader watch) {
        this.folder = folder;
        this.places = places;
        this.holds = new HoldsReader(tables);
        this.watch = watch;
    }

    Map<String, Holding> read(Section collection) {
        Optional<Value> sources = collection.value("sources");
        if (sources.isEmpty()) {
            return allPlaces();
        }
        Map<String, Holding> holdings = new LinkedHashMap<>();
        Optional<Section> section = sources.get().section();
        section.ifPresent(all -> all.values().forEach((name, value) -> holding(name, value, holdings)));
        if (section.isPresent() && section.get().values().isEmpty()) {
            sources.get().problem("names no source", "take it out where all sources hold the collection");
        }
        section.ifPresent(this::checkDefault);
        return holdings;
    }

    /** Those that are places, and behind them the names that are to be advertised although they are none. */
    private Map<String, Holding> allPlaces() {
        Map<String, Holding> holdings = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            if (place.place().kind().isPresent()) {
                holdings.put(name, new Holding(Holds.ALL, Optional.empty(), Map.of()));
                check(place, place.at(), Map.of());
            }
        });
        places.forEach((name, place) -> {
            if (place.place().kind().isEmpty() && place.place().source().advertised()) {
                holdings.put(name, new Holding(Holds.NONE, Optional.empty(), Map.of()));
            }
        });
        return holdings;
    }

    private void checkDefault(Section sources) {
        sources.values().entrySet().stream().findFirst().ifPresent(first -> {
            ReadPlace place = places.get(first.getKey());
            if (place != null && place.place().kind().isEmpty()) {
                first.getValue()
                        .problem(
                                "is the first, and so the default, but no place", "put a source with a kind before it");
            }
        });
    }

    private void holding(String name, Value value, Map<String, Holding> holdings) {
        ReadPlace place = places.get(name);
        if (place == null) {
            value.problems()
                    .add(new Problem(
                            value.line(), value.key(), "", "is no source", Problems.known(name, places.keySet())));
            return;
        }
        Optional<Section> section = value.section();
        if (section.isEmpty()) {
            return;
        }
        boolean isPlace = place.place().kind().isPresent();
        Map<String, Value> settings = new LinkedHashMap<>(section.get().values());
        settings.keySet().removeAll(Keys.HOLDING.names());
        if (isPlace) {
            place.kind().ifPresent(kind -> PlaceSettings.onlyKnown(settings, kind, Keys.HOLDING));
            place.kind().ifPresent(kind -> PlaceSettings.inFolder(settings, kind, folder));
            check(place, value, settings);
        } else {
            section.get().values().forEach((key, each) -> nameOnly(key, each));
        }
        Optional<Template> path = section.get().value("path").flatMap(Value::template);
        Optional<LinkAuth> auth = section.get().value("link_auth").flatMap(Value::linkAuth);
        Holds held = isPlace ? holds(section.get(), place) : Holds.NONE;
        Optional<PlaceWatch> watched = isPlace ? section.get().value("watch").flatMap(watch::place) : Optional.empty();
        holdings.put(name, new Holding(held, path, PlaceSettings.texts(settings), auth, watched));
    }

    private static void nameOnly(String key, Value value) {
        boolean isWord = !value.isMap() && !value.isList();
        boolean none = key.equals("holds")
                && isWord
                && value.text().filter("none"::equals).isPresent();
        if (!none) {
            value.problem(
                    "is set for a source without a kind, which holds nothing",
                    "take it out, or give the source a kind");
        }
    }

    private Holds holds(Section section, ReadPlace place) {
        Optional<Value> value = section.value("holds");
        Holds held = value.flatMap(each -> holds.read(each, place)).orElse(Holds.ALL);
        boolean hasPath = section.value("path").isPresent();
        if (held.equals(Holds.LISTED) && !hasPath) {
            value.ifPresent(each -> each.problem(
                    "needs a path", "write path: \"{column}\": a product is there where the column has a value"));
        } else if (held.equals(Holds.NONE) && hasPath) {
            value.ifPresent(each -> each.problem(
                    "contradicts the path", "write listed: a product is there where the path has a value"));
        }
        return held;
    }

    /** Checks the place as this collection sets it; what is missing is told where the collection sets something, else at the place. */
    private static void check(ReadPlace place, Value at, Map<String, Value> settings) {
        Map<String, Value> merged = new LinkedHashMap<>(place.settings());
        merged.putAll(settings);
        Value told = settings.isEmpty() ? place.at() : at;
        Optional<Kind> kind = place.kind();
        kind.ifPresent(each -> PlaceSettings.check(each, merged, missing -> PlaceSettings.missing(told, missing)));
    }
}
