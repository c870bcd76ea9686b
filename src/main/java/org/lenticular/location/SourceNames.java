package org.lenticular.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenticular.archive.Source;
import org.lenticular.fault.FaultException;

/** Reads {@code source}: rules 2, 3, 5 and 6. */
final class SourceNames {
    private static final String ALL = "all";

    private final String collection;
    private final List<Place> places;
    private final List<Source> elsewhere;

    /** @param elsewhere sources that only other collections have, which hold nothing of this one */
    SourceNames(String collection, List<Place> places, List<Source> elsewhere) {
        this.collection = collection;
        this.places = places;
        this.elsewhere = elsewhere;
    }

    /**
     * Each value is matched exactly, then without regard to case, then through aliases; several, by commas or by repetition, are one list; empty
     * ones count as not sent.
     *
     * @throws FaultException where a value names nothing; it lists the values that would do
     */
    WantedSources wanted(List<String> values) {
        return wanted(values, name -> unknown(name, "of " + collection, ofOne() + ", or all" + ofOthers()));
    }

    /** The same, where several collections are asked at once; a fault lists the sources of all. */
    WantedSources wantedOfAll(List<String> values) {
        return wanted(
                values, name -> unknown(name, "here", words(Stream.concat(own(), elsewhere.stream())) + ", or all"));
    }

    /** The same, where one copy is wanted, and {@code all} is a fault. */
    WantedSources wantedOne(List<String> values) {
        WantedSources wanted = wanted(values, name -> unknown(name, "of " + collection, ofOne() + ofOthers()));
        if (wanted.every()) {
            throw FaultException.usage(
                    "source", ALL, "asks for every copy, and this address leads to one; use one of: " + ofOne());
        }
        return wanted;
    }

    private Stream<Source> own() {
        return places.stream().map(Place::source);
    }

    private String ofOne() {
        return words(own());
    }

    private String ofOthers() {
        return elsewhere.isEmpty() ? "" : "; of other collections only: " + words(elsewhere.stream());
    }

    /** {@code main-server, aws:us-east1 (or aws:us-east-1)}. */
    private static String words(Stream<Source> sources) {
        return sources.distinct()
                .map(source -> source.aliases().isEmpty()
                        ? source.name()
                        : source.name() + " (or " + String.join(", ", source.aliases()) + ")")
                .collect(Collectors.joining(", "));
    }

    private WantedSources wanted(List<String> values, Function<String, FaultException> unknown) {
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
            Place place = named(places, Place::source, name)
                    .or(() -> named(elsewhere, source -> source, name).map(Place::nowhere))
                    .orElseThrow(() -> unknown.apply(name));
            if (!wanted.contains(place)) {
                wanted.add(place);
            }
        }
        return wanted.isEmpty() ? WantedSources.ANY : new WantedSources(wanted, false);
    }

    private static <T> Optional<T> named(List<T> of, Function<T, Source> source, String name) {
        return first(of, each -> source.apply(each).name().equals(name))
                .or(() -> first(of, each -> source.apply(each).name().equalsIgnoreCase(name)))
                .or(() -> first(
                        of,
                        each -> source.apply(each).aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name))));
    }

    private static <T> Optional<T> first(List<T> of, Predicate<T> named) {
        return of.stream().filter(named).findFirst();
    }

    private static FaultException unknown(String name, String where, String valid) {
        return FaultException.usage("source", name, "is no source " + where + "; use one of: " + valid);
    }
}
