package org.lenticular.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.Holding;
import org.lenticular.config.Config.Place;
import org.lenticular.config.Holds;
import org.lenticular.fault.Quoted;

/** Which sources hold a collection's products, by rule and by what tables and reports list; and which of them hold anything at all. */
final class Copies {
    private static final String DIRECTORY = "directory";

    private final Map<String, Holding> holdings;
    private final Map<String, Place> places;
    private final Map<String, Lookup> listings;
    private final Map<String, PlaceNames> names = new LinkedHashMap<>();
    private final Set<String> holders = new HashSet<>();
    private @Nullable String first;

    /** @param listings of what sources hold, by source */
    Copies(Map<String, Holding> holdings, Map<String, Place> places, Map<String, Lookup> listings) {
        this.holdings = holdings;
        this.places = places;
        this.listings = listings;
        holdings.forEach((source, holding) -> {
            Place place = places.get(source);
            if (place != null) {
                names.put(source, PlaceNames.of(place, holding));
            }
        });
    }

    /** Finds what a source's listing has. */
    interface Lookup {
        /**
         * @param name by {@link PlaceNames}; a directory's ends with a slash
         * @return empty where it is not listed
         */
        Optional<Held> find(String name, boolean isDirectory) throws IOException;
    }

    /**
     * A file or directory of the collection.
     *
     * @param contentType null when unknown
     */
    record Wanted(Address address, @Nullable String contentType) {
        boolean isDirectory() {
            return address.path().endsWith("/") || DIRECTORY.equals(contentType);
        }
    }

    /** Where a file is otherwise than by rule: as its row and the listings have it, and, at the default source, by its own address. */
    Map<String, Held> of(Wanted wanted, Row row, OwnColumns columns) throws BadRow, IOException {
        Map<String, Held> all = new LinkedHashMap<>();
        for (Map.Entry<String, Holding> entry : holdings.entrySet()) {
            String source = entry.getKey();
            // A template over columns that the row's table has not says nothing of it.
            Optional<Template> path = entry.getValue()
                    .path()
                    .filter(template -> columns.missing(template).isEmpty());
            put(all, source, wanted, path.map(row::expand).orElse("").strip());
        }
        for (Map.Entry<String, Held> entry : all.entrySet()) {
            String at = entry.getValue().at();
            if (at != null && Location.isWhole(at)) {
                requireScheme(entry.getKey(), new Location(at));
            }
        }
        return all;
    }

    /** The same of a product that no row lists. */
    Map<String, Held> unlisted(String path, @Nullable String contentType) throws BadRow, IOException {
        Wanted wanted = new Wanted(new Address(path, Optional.empty()), contentType);
        Map<String, Held> all = new LinkedHashMap<>();
        for (String source : holdings.keySet()) {
            put(all, source, wanted, "");
        }
        return all;
    }

    /** @param at what the file is called there; empty for its path */
    private void put(Map<String, Held> all, String source, Wanted wanted, String at) throws BadRow, IOException {
        Holds holds = holds(source);
        String path = wanted.address().path();
        boolean byRule = holds.rule().match(path);
        Held held;
        if (listings.containsKey(source)) {
            held = listed(source, wanted, at);
        } else if (holds instanceof Holds.Rule && !byRule) {
            held = Held.NOT;
        } else if (!at.isEmpty()) {
            held = at.equals(path) ? Held.THERE : Held.at(at);
        } else if (holds.equals(Holds.LISTED)) {
            held = Held.NOT;
        } else {
            held = ownAddress(source, wanted).orElse(Held.THERE);
        }
        if (held.there()) {
            boolean ownName = held.at() != null || source.equals(defaultSource().orElse(""));
            requireServed(source, held.at() == null ? path : held.at(), ownName);
        }
        // Most say what the rule says: that needs no room in the catalogue.
        if (!held.equals(byRule ? Held.THERE : Held.NOT)) {
            all.put(source, held);
        }
    }

    /** By its own address, a file is at the default source. */
    private Optional<Held> ownAddress(String source, Wanted wanted) {
        return wanted.address()
                .atDefault()
                .filter(at -> source.equals(defaultSource().orElse("")));
    }

    private Held listed(String source, Wanted wanted, String at) throws IOException {
        String path = wanted.address().path();
        Held called = at.isEmpty() ? ownAddress(source, wanted).orElse(Held.THERE) : Held.at(at);
        String asked = called.at() == null ? path : called.at();
        PlaceNames place = names.get(source);
        Optional<String> name = place == null ? Optional.empty() : place.of(asked);
        Lookup listing = listings.get(source);
        if (name.isEmpty() || listing == null) {
            // What lies elsewhere, no list of this place can have.
            return called;
        }
        Optional<Held> found = find(listing, name.get(), wanted.isDirectory());
        if (found.isEmpty()) {
            return Held.NOT;
        }
        String own = found.get().at() == null ? called.at() : found.get().at();
        return new Held(
                true,
                path.equals(own) ? null : own,
                found.get().length(),
                found.get().etag());
    }

    private static Optional<Held> find(Lookup listing, String name, boolean isDirectory) throws IOException {
        if (!isDirectory || name.endsWith("/")) {
            return listing.find(name, isDirectory);
        }
        // Tables list a directory with or without the slash behind it.
        Optional<Held> found = listing.find(name + "/", true);
        return found.isPresent() ? found : listing.find(name, false);
    }

    private Holds holds(String source) {
        Holding holding = holdings.get(source);
        return holding == null ? Holds.NONE : holding.holds();
    }

    /** What is outside of its place's folder would be a row without an image. */
    private void requireServed(String source, String at, boolean ownName) throws BadRow {
        PlaceNames place = names.get(source);
        Optional<String> refusal = place == null ? Optional.empty() : place.refusal(at, ownName);
        if (refusal.isPresent()) {
            throw BadRow.of(source, at, "is never served: " + refusal.get());
        }
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

    /** What holds of a product that lies at just this address: the first source whose kind can hand it out has it, and no other has a copy. */
    Map<String, Held> onlyAt(Location location) throws BadRow {
        Map<String, Held> held = new LinkedHashMap<>();
        boolean found = false;
        for (String source : holdings.keySet()) {
            Place place = places.get(source);
            if (!found && place != null && place.schemes().contains(location.scheme())) {
                requireServed(source, location.text(), true);
                held.put(source, Held.at(location.text()));
                found = true;
            } else if (holds(source).rule().match(location.text())) {
                held.put(source, Held.NOT);
            }
        }
        if (!found) {
            requireScheme(defaultSource().orElse(""), location);
        }
        return held;
    }

    /** The source that a copy comes from where none is asked for; empty where the collection has none. */
    Optional<String> defaultSource() {
        return holdings.keySet().stream().findFirst();
    }

    /** What things are called at the default source. */
    PlaceNames defaultNames() {
        return defaultSource().map(names::get).orElse(PlaceNames.NONE);
    }

    /** Remembers who holds a product. */
    void count(String path, Map<String, Held> held) {
        first = first == null ? path : first;
        if (holders.size() == holdings.size()) {
            return;
        }
        holdings.forEach((source, holding) -> {
            Held exception = held.get(source);
            Place place = places.get(source);
            boolean there = exception == null ? holding.holds().rule().match(path) : exception.there();
            if (there && place != null && place.kind().isPresent()) {
                holders.add(source);
            }
        });
    }

    /**
     * A line for each source that was to hold some products and holds none: most likely, a pattern or a prefix is not what was meant.
     *
     * @param unlike by source, what to say of its list
     */
    List<String> holdingNothing(Map<String, String> unlike) {
        List<String> lines = new ArrayList<>();
        holdings.forEach((source, holding) -> {
            String why = unlike.get(source);
            boolean isMeant =
                    holding.holds() instanceof Holds.Rule && !holding.holds().equals(Holds.NONE);
            if (why == null && isMeant && first != null) {
                why = "no path fits " + holding.holds().rule() + ", such as " + Quoted.value(first);
            }
            if (why != null && !holders.contains(source)) {
                lines.add(source + " holds nothing: " + why);
            }
        });
        return lines;
    }

    Set<String> holders() {
        return Set.copyOf(holders);
    }
}
