package org.lenticular.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/** Chooses among the copies of a product of one collection: the rules of {@code source}. Immutable. */
public final class CopyChooser {
    private final String collection;
    private final List<Place> places;

    /**
     * @param collection its name, which is part of the lasting addresses
     * @param places in the order in which they are offered, the default first; at least one
     */
    public CopyChooser(String collection, List<Place> places) {
        this.collection = collection;
        this.places = List.copyOf(places);
    }

    /** In the order in which they are offered, the default first. */
    public List<Place> places() {
        return places;
    }

    /**
     * Reads the values of {@code source}: each matched exactly, then without regard to case, then through aliases (rule 2); several, by commas or
     * by repetition, are one list (rule 3); empty ones count as not sent.
     *
     * @throws FaultException where a value names nothing (rule 5)
     */
    public WantedSources wanted(List<String> values) {
        List<Place> wanted = new ArrayList<>();
        values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    Place place = named(name);
                    if (!wanted.contains(place)) {
                        wanted.add(place);
                    }
                });
        return wanted.isEmpty() ? WantedSources.ANY : new WantedSources(wanted);
    }

    /**
     * The copy to hand out.
     *
     * @param base the service's own address, for copies that only it can lead a browser to
     */
    public Choice choose(Product product, WantedSources wanted, String base) {
        for (Place place : wanted.places()) {
            Optional<Location> location = place.locate(product);
            if (location.isPresent()) {
                boolean first = place == wanted.places().get(0);
                return new Choice(
                        location.get().text(), place.source().name(), first ? null : absence(wanted, place), null);
            }
        }
        return forAnyone(product, wanted, base);
    }

    /** The product's copies in clouds as JSON; null where there is none (rule 9). */
    public @org.jspecify.annotations.Nullable String cloudAccess(Product product) {
        List<CloudAccess> copies = new ArrayList<>();
        for (Place place : places) {
            Optional<Location> location = place.locate(product);
            if (location.isPresent()) {
                place.resolver().orElseThrow().cloudAccess(location.get()).ifPresent(copies::add);
            }
        }
        return copies.isEmpty() ? null : CloudAccessJson.write(copies);
    }

    /** The default's copy, else the first that there is, in a form that any client can fetch (rules 1 and 4). */
    private Choice forAnyone(Product product, WantedSources wanted, String base) {
        boolean anywhere = false;
        for (Place place : places) {
            Optional<Location> location = place.locate(product);
            anywhere |= location.isPresent();
            if (location.isPresent()) {
                Optional<Location> web = place.resolver().orElseThrow().web(location.get());
                if (web.isPresent()) {
                    String name = place.source().name();
                    String address = location.get().isWeb()
                            ? location.get().text()
                            : base + "/data/" + PercentEncoding.path(collection + "/" + product.path()) + "?source="
                                    + PercentEncoding.query(name);
                    boolean asked = wanted.places().isEmpty() && place == places.get(0);
                    return new Choice(address, name, asked ? null : absence(wanted, place), null);
                }
            }
        }
        return new Choice(null, null, null, none(product, anywhere));
    }

    private Fault none(Product product, boolean anywhere) {
        if (!anywhere) {
            return new Fault(Fault.Word.NOT_FOUND, 404, "no source holds a copy of " + product.path());
        }
        String names = places.stream()
                .filter(place -> place.locate(product).isPresent())
                .map(place -> place.source().name())
                .collect(Collectors.joining(", "));
        return new Fault(
                Fault.Word.FATAL,
                500,
                "no copy of " + product.path() + " can be fetched by https; ask for one of these sources: " + names);
    }

    /** Why the client gets this one: none of those before it holds a copy. */
    private String absence(WantedSources wanted, Place given) {
        List<Place> before = wanted.places().isEmpty() ? places.subList(0, 1) : wanted.places();
        String names = before.stream()
                .takeWhile(place -> place != given)
                .map(place -> place.source().name())
                .collect(Collectors.joining(", "));
        return "no copy at " + names + "; this one is at " + given.source().name();
    }

    private Place named(String name) {
        return places.stream()
                .filter(place -> place.source().name().equals(name))
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> place.source().name().equalsIgnoreCase(name))
                        .findFirst())
                .or(() -> places.stream()
                        .filter(place ->
                                place.source().aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name)))
                        .findFirst())
                .orElseThrow(() -> FaultException.usage(
                        "source",
                        name,
                        "is no source of " + collection + "; use one of: "
                                + places.stream()
                                        .map(place -> place.source().name())
                                        .collect(Collectors.joining(", "))));
    }
}
