package org.lenticular.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Source;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.fault.Nearest;
import org.lenticular.location.LocationResolver.Kind;
import org.lenticular.location.health.PlaceWatch;

/** Reads {@code sources}: the places that copies are fetched from, each with the settings of its kind. */
final class PlacesReader {
    private final Path folder;
    private final Map<String, Kind> kinds;
    private final WatchReader watch;
    /** The key of each name and alias in lower case: clients may write them so. */
    private final Map<String, String> taken = new HashMap<>();

    /** @param folder that relative paths begin in */
    PlacesReader(Path folder, Map<String, Kind> kinds, WatchReader watch) {
        this.folder = folder;
        this.watch = watch;
        // Sorted, so that the same mistake is told in the same words each time.
        this.kinds = new TreeMap<>(kinds);
    }

    /**
     * A source as it stands in the file.
     *
     * @param kind empty for a name without a place, and where the kind is not known
     * @param settings those of the kind
     */
    record ReadPlace(Value at, Config.Place place, Optional<Kind> kind, Map<String, Value> settings) {}

    Map<String, ReadPlace> read(Section root) {
        Map<String, ReadPlace> places = new LinkedHashMap<>();
        Optional<Value> sources = root.required("sources", "name at least one place that holds the files");
        Optional<Section> section = sources.flatMap(Value::section);
        // All names first: an alias must not take one that comes later.
        section.ifPresent(all -> all.values().forEach((name, value) -> take(name, value)));
        section.ifPresent(all -> all.values().forEach((name, value) -> places.put(name, place(name, value))));
        if (section.isPresent()
                && places.values().stream()
                        .allMatch(place -> place.place().kind().isEmpty())) {
            sources.get()
                    .problem("has no place of any kind", "write kind: " + String.join(" or kind: ", kinds.keySet()));
        }
        return places;
    }

    private ReadPlace place(String name, Value at) {
        Optional<Section> found = at.section();
        Section section = found.orElse(new Section(at, Map.of()));
        // What is no map at all was told; its missing kind is not told again.
        Optional<String> kindName = found.isPresent() ? section.value("kind").map(this::kindName) : Optional.of("");
        Optional<Kind> kind = kindName.flatMap(this::kind);
        Map<String, Value> settings = new LinkedHashMap<>(section.values());
        settings.keySet().removeAll(Keys.SOURCE.names());
        if (kindName.isEmpty()) {
            settings.values().forEach(this::withoutKind);
        } else {
            kind.ifPresent(each -> PlaceSettings.onlyKnown(settings, each, Keys.SOURCE));
        }
        kind.ifPresent(each -> PlaceSettings.inFolder(settings, each, folder));
        kind.ifPresent(each -> PlaceSettings.check(each, settings, missing -> {}));
        LinkAuth auth = section.value("link_auth").flatMap(Value::linkAuth).orElse(null);
        Source source =
                new Source(name, section.text("title").orElse(name), aliases(section), advertised(section), auth);
        Set<String> schemes = kind.map(Kind::schemes).orElse(Set.of());
        Config.Place place = new Config.Place(
                source, kindName, schemes, PlaceSettings.texts(settings), watch(section, kindName.isPresent()));
        return new ReadPlace(at, place, kind, settings);
    }

    private PlaceWatch watch(Section section, boolean isPlace) {
        Optional<Value> value = section.value("watch");
        if (value.isPresent() && !isPlace) {
            value.get().problem("is set for a source without a kind", "take it out, or give the source a kind");
            return PlaceWatch.NONE;
        }
        return value.flatMap(watch::place).orElse(PlaceWatch.NONE);
    }

    private String kindName(Value value) {
        Optional<String> name = value.text();
        if (name.isPresent() && !kinds.containsKey(name.get())) {
            value.problem("is no kind of place", Problems.known(name.get(), kinds.keySet()));
        }
        return name.orElse("");
    }

    /** The kind of this name, or the one that was most likely meant: its settings can then be checked all the same. */
    private Optional<Kind> kind(String name) {
        String known = kinds.containsKey(name)
                ? name
                : Nearest.of(name, kinds.keySet()).orElse("");
        return Optional.ofNullable(kinds.get(known));
    }

    private void withoutKind(Value setting) {
        String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
        List<String> knowing = kinds.values().stream()
                .filter(kind -> kind.settings().containsKey(key))
                .map(Kind::name)
                .toList();
        if (knowing.isEmpty()) {
            Section.unknown(setting, Problems.known(key, Keys.SOURCE.names()));
        } else {
            Problem problem = new Problem(
                    setting.line(),
                    setting.key(),
                    "",
                    "is a setting, but the source has no kind",
                    "write kind: " + String.join(" or kind: ", knowing) + " beside it, or take it out");
            setting.problems().add(problem);
        }
    }

    private boolean advertised(Section section) {
        Optional<Value> value = section.value("advertise");
        Optional<String> text = value.flatMap(Value::text);
        if (text.isPresent() && !Set.of("always", "when_held").contains(text.get())) {
            value.get().problem("is neither always nor when_held", "when_held is the default");
        }
        return text.filter("always"::equals).isPresent();
    }

    private List<String> aliases(Section section) {
        List<String> aliases = new ArrayList<>();
        for (Value item : section.value("aliases").map(Value::items).orElse(List.of())) {
            Optional<String> alias = item.text();
            alias.ifPresent(text -> take(text, item));
            alias.ifPresent(aliases::add);
        }
        return aliases;
    }

    private void take(String name, Value value) {
        if (!name.matches("[A-Za-z0-9_.:/+-]{1,100}")) {
            value.problem(
                    "cannot be the name of a source",
                    "letters, digits and _ - . : / + can: clients send it in an address");
        } else if (name.equalsIgnoreCase("all")) {
            value.problem("cannot be the name of a source", "source=all asks for every copy: choose another name");
        }
        String first = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), value.key());
        if (first != null) {
            value.problem(
                    "names a source that " + first + " names already", "case does not count: choose another name");
        }
    }

    /** Tells what is missing in places that no collection uses; those that are used were checked together with what it sets. */
    void checkUnused(Map<String, ReadPlace> places, Collection<CollectionSettings> collections) {
        for (ReadPlace place : places.values()) {
            String name = place.place().source().name();
            if (collections.stream().noneMatch(each -> each.holdings().containsKey(name))) {
                place.kind()
                        .ifPresent(kind -> PlaceSettings.check(
                                kind, place.settings(), missing -> PlaceSettings.missing(place.at(), missing)));
            }
        }
    }
}
