package org.lenticular.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/** Chooses among the copies of a product of one collection: the rules of {@code source}. Immutable. */
public final class CopyChooser {
    /** What containers and proxies take away from an address's path or refuse in it: empty segments, dots, {@code ;}, controls. */
    private static final Pattern REFUSED_IN_A_PATH = Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\\\p{Cntrl}]");

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
     * The copy to hand out: the first wanted source's that has one, in its own form; else the default's, or another's, in a form that any client
     * can fetch (rules 1 and 4).
     *
     * @param base the service's own address, which leads to copies in buckets
     */
    public Choice choose(Product product, WantedSources wanted, String base) {
        for (Place place : wanted.places()) {
            Optional<Location> location = place.locate(product);
            if (location.isPresent()) {
                Copy copy = new Copy(place, location.get());
                LocationResolver resolver = place.resolver().orElseThrow();
                Address address = resolver.file(location.get()).isPresent()
                        ? Address.lasting(lasting(product, place, base))
                        : resolver.link(location.get());
                return given(product, address, copy, wanted.places());
            }
        }
        return firstWeb(product, wanted, places, base);
    }

    /** The copy that a client which speaks only HTTP is led to; the address is the copy's own. */
    public Choice chooseWeb(Product product, WantedSources wanted) {
        List<Place> order = Stream.concat(wanted.places().stream(), places.stream())
                .distinct()
                .toList();
        return firstWeb(product, wanted, order, null);
    }

    /** The product's copies in clouds as JSON; null where there is none (rule 9). */
    public @Nullable String cloudAccess(Product product) {
        List<CloudAccess> copies = new ArrayList<>();
        for (Place place : places) {
            Optional<Location> location = place.locate(product);
            if (location.isPresent()) {
                place.resolver().orElseThrow().cloudAccess(location.get()).ifPresent(copies::add);
            }
        }
        return copies.isEmpty() ? null : CloudAccessJson.write(copies);
    }

    /** @param base null: the copy's own address; else its lasting one, where its own is not of the web */
    private Choice firstWeb(Product product, WantedSources wanted, List<Place> order, @Nullable String base) {
        for (Place place : order) {
            Optional<Location> location = place.locate(product);
            Optional<Address> address = location.flatMap(at -> web(product, new Copy(place, at), base));
            if (location.isPresent() && address.isPresent()) {
                return given(
                        product,
                        address.get(),
                        new Copy(place, location.get()),
                        wanted.places().isEmpty() ? places.subList(0, 1) : wanted.places());
            }
        }
        return new Choice(null, null, null, none(product), null);
    }

    private Optional<Address> web(Product product, Copy copy, @Nullable String base) {
        LocationResolver resolver = copy.place().resolver().orElseThrow();
        boolean ours = resolver.file(copy.location()).isPresent();
        if (base != null && (ours || !copy.location().isWeb())) {
            return ours || resolver.isOnTheWeb(copy.location())
                    ? Optional.of(Address.lasting(lasting(product, copy.place(), base)))
                    : Optional.empty();
        }
        // Without a base we are at the lasting address: whoever is there reads the file itself.
        return ours ? Optional.of(Address.of(copy.location())) : resolver.web(copy.location());
    }

    private String lasting(Product product, Place place, String base) {
        String source = "source=" + PercentEncoding.query(place.source().name());
        return REFUSED_IN_A_PATH.matcher("/" + product.path()).find()
                ? base + "/data/" + collection + "?path=" + PercentEncoding.query(product.path()) + "&" + source
                : base + "/data/" + PercentEncoding.path(collection + "/" + product.path()) + "?" + source;
    }

    /** @param asked in order of preference; where it is not the first of them, the note says why */
    private static Choice given(Product product, Address address, Copy copy, List<Place> asked) {
        Place place = copy.place();
        String name = place.source().name();
        if (asked.get(0) == place) {
            return new Choice(address, name, null, null, copy);
        }
        List<Place> passed = asked.stream().takeWhile(other -> other != place).toList();
        // Who asked for nothing gets web addresses only: then a source may hold a copy and still be passed over.
        String reasons = Stream.of(
                        reason(
                                passed,
                                "no copy at ",
                                other -> other.locate(product).isEmpty()),
                        reason(
                                passed,
                                "no https for the copy at ",
                                other -> other.locate(product).isPresent()))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; "));
        return new Choice(address, name, reasons + "; this one is at " + name, null, copy);
    }

    private static String reason(List<Place> passed, String reason, Predicate<Place> applies) {
        String names = passed.stream()
                .filter(applies)
                .map(place -> place.source().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : reason + names;
    }

    private Fault none(Product product) {
        String names = places.stream()
                .filter(place -> place.locate(product).isPresent())
                .map(place -> place.source().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? new Fault(Fault.Word.NOT_FOUND, 404, "no source holds a copy of " + product.path())
                : new Fault(
                        Fault.Word.FATAL,
                        500,
                        "no copy of " + product.path() + " can be fetched by https; ask for one of these sources: "
                                + names);
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
