package org.lenticular.load;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.Holding;
import org.lenticular.config.Config.Holds;
import org.lenticular.config.Config.Place;

/** Which sources hold a collection's products, by rule and by what tables list; and which of them hold anything at all. */
final class Copies {
    private final Map<String, Holding> holdings;
    private final Map<String, Place> places;
    private final Set<String> holders = new HashSet<>();

    Copies(Map<String, Holding> holdings, Map<String, Place> places) {
        this.holdings = holdings;
        this.places = places;
    }

    /** Where a file is otherwise than by rule: as its row lists it, and, at the default source, by its own address. */
    Map<String, Held> of(Address address, Row row, OwnColumns columns) throws BadRow {
        Map<String, Held> held = listed(row, columns);
        address.atDefault().ifPresent(at -> defaultSource().ifPresent(source -> held.putIfAbsent(source, at)));
        for (Map.Entry<String, Held> entry : held.entrySet()) {
            String at = entry.getValue().at();
            if (at != null && Location.isWhole(at)) {
                requireScheme(entry.getKey(), new Location(at));
            }
        }
        return held;
    }

    /** A place of another kind would hand out what nobody who asks for it can fetch. */
    private void requireScheme(String source, Location location) throws BadRow {
        String scheme = location.scheme();
        Place place = places.get(source);
        if (place == null || place.kind().isEmpty() || place.schemes().contains(scheme)) {
            return;
        }
        String others = holdings.keySet().stream()
                .filter(other -> Optional.ofNullable(places.get(other))
                        .filter(each -> each.schemes().contains(scheme))
                        .isPresent())
                .collect(Collectors.joining(" or "));
        throw BadRow.of(
                source,
                location.text(),
                "is no place of kind " + place.kind().get() + "; "
                        + (others.isEmpty()
                                ? "add a source whose kind knows " + scheme + "://, and let its path name the column"
                                : "let the path of " + others + " name the column"));
    }

    /** What this row lists; a template over columns that its table has not says nothing of it. */
    private Map<String, Held> listed(Row row, OwnColumns columns) {
        Map<String, Held> held = new LinkedHashMap<>();
        holdings.forEach((source, holding) -> {
            Optional<Template> path =
                    holding.path().filter(template -> columns.missing(template).isEmpty());
            String at = path.map(row::expand).orElse("").strip();
            if (!at.isEmpty()) {
                held.put(source, Held.at(at));
            } else if (holding.holds() == Holds.LISTED) {
                held.put(source, Held.NOT);
            }
        });
        return held;
    }

    /** What holds of a product that no row lists. */
    Map<String, Held> unlisted() {
        Map<String, Held> held = new LinkedHashMap<>();
        holdings.forEach((source, holding) -> {
            if (holding.holds() == Holds.LISTED) {
                held.put(source, Held.NOT);
            }
        });
        return held;
    }

    /** What holds of a product that lies at just this address: the first source whose kind can hand it out has it, and no other has a copy. */
    Map<String, Held> onlyAt(Location location) throws BadRow {
        Map<String, Held> held = new LinkedHashMap<>();
        for (String source : holdings.keySet()) {
            Place place = places.get(source);
            boolean first = !held.containsValue(Held.at(location.text()));
            boolean fits = place != null && place.schemes().contains(location.scheme());
            held.put(source, first && fits ? Held.at(location.text()) : Held.NOT);
        }
        if (!held.containsValue(Held.at(location.text()))) {
            requireScheme(defaultSource().orElse(""), location);
        }
        return held;
    }

    /** The source that a copy comes from where none is asked for; empty where the collection has none. */
    Optional<String> defaultSource() {
        return holdings.keySet().stream().findFirst();
    }

    /** A setting of the default source, as this collection has it. */
    Optional<String> defaultSetting(String key) {
        return defaultSource().flatMap(source -> {
            Holding holding = holdings.get(source);
            String own = holding == null ? null : holding.settings().get(key);
            Place place = places.get(source);
            return Optional.ofNullable(
                    own != null || place == null ? own : place.settings().get(key));
        });
    }

    /** Remembers who holds a product. */
    void count(Map<String, Held> held) {
        if (holders.size() == holdings.size()) {
            return;
        }
        holdings.forEach((source, holding) -> {
            Held exception = held.get(source);
            Place place = places.get(source);
            boolean there = exception == null ? holding.holds() == Holds.ALL : exception.there();
            if (there && place != null && place.kind().isPresent()) {
                holders.add(source);
            }
        });
    }

    Set<String> holders() {
        return Set.copyOf(holders);
    }
}
