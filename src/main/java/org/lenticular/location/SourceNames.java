package org.lenticular.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenticular.fault.FaultException;

/** Reads {@code source}: rules 2, 3, 5 and 6. */
final class SourceNames {
    private static final String ALL = "all";

    private final String collection;
    private final List<Place> places;

    SourceNames(String collection, List<Place> places) {
        this.collection = collection;
        this.places = places;
    }

    /**
     * Each value is matched exactly, then without regard to case, then through aliases; several, by commas or by repetition, are one list; empty
     * ones count as not sent.
     *
     * @param others sources of other collections, which hold nothing of this one: asked for where several are asked at once
     * @throws FaultException where a value names nothing
     */
    WantedSources wanted(List<String> values, List<Place> others) {
        List<String> names = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.stream().anyMatch(ALL::equalsIgnoreCase)) {
            if (names.size() > 1) {
                throw FaultException.usage(
                        "source",
                        String.join(",", names),
                        "asks for every copy and for some; send all alone, or a list");
            }
            return WantedSources.EVERY;
        }
        List<Place> wanted = new ArrayList<>();
        for (String name : names) {
            Place place = named(places, name)
                    .or(() -> named(others, name).map(other -> Place.nowhere(other.source())))
                    .orElseThrow(() -> unknown(name, others));
            if (!wanted.contains(place)) {
                wanted.add(place);
            }
        }
        return wanted.isEmpty() ? WantedSources.ANY : new WantedSources(wanted, false);
    }

    private static Optional<Place> named(List<Place> places, String name) {
        return first(places, place -> place.source().name().equals(name))
                .or(() -> first(places, place -> place.source().name().equalsIgnoreCase(name)))
                .or(() -> first(
                        places,
                        place -> place.source().aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name))));
    }

    private static Optional<Place> first(List<Place> places, Predicate<Place> named) {
        return places.stream().filter(named).findFirst();
    }

    private FaultException unknown(String name, List<Place> others) {
        String where = others.isEmpty() ? "of " + collection : "here";
        return FaultException.usage(
                "source",
                name,
                "is no source " + where + "; use one of: "
                        + Stream.concat(places.stream(), others.stream())
                                .map(place -> place.source().name())
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }
}
