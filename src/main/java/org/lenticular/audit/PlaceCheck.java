package org.lenticular.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.fault.FaultException;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.Probe;

/**
 * Whether one place does what its configuration says: it is asked for one object.
 *
 * @param location what it was asked for; empty where it was asked for nothing
 * @param fine whether nothing is wrong
 * @param text for people: what it said
 */
public record PlaceCheck(Place place, Optional<Location> location, boolean fine, String text) {
    /** So many of a place's objects may be missing before the place itself is suspected. */
    private static final int MOST_ASKED = 5;
    /** So many products are looked through for one that the place holds. */
    private static final int MOST_LOOKED_AT = 10_000;
    /** Asked for where no real object is known; nobody has one. */
    private static final String NO_OBJECT = "lenticular-check";

    /** Asks one place of a collection, which need not be loaded. */
    public static PlaceCheck of(String collection, Place place, Catalogue catalogue) {
        LocationResolver resolver = place.resolver().orElse(null);
        if (resolver == null) {
            return nowhere(place);
        }
        List<Product> products = new ArrayList<>();
        String nothing = "holds nothing that is loaded";
        try {
            products.addAll(held(collection, place, catalogue));
        } catch (FaultException e) {
            nothing = collection + " is not loaded";
        }
        return products.isEmpty() ? unknown(place, resolver, nothing) : known(place, resolver, products);
    }

    /**
     * Asks one place for the product by which it is watched, and for nothing else.
     *
     * @param path of the product in the collection, or its whole location
     */
    public static PlaceCheck byWatched(Place place, String path) {
        LocationResolver resolver = place.resolver().orElse(null);
        if (resolver == null) {
            return nowhere(place);
        }
        Location location = resolver.locate(path);
        Probe probe = resolver.probe(location);
        boolean there = probe.found() == Probe.Found.THERE;
        String text = there
                ? there(probe, true)
                : probe.found() == Probe.Found.UNKNOWN
                        ? probe.reason()
                        : "answers, but has no such object, by which it is watched (" + probe.reason()
                                + "): is watch.path right?";
        return new PlaceCheck(place, Optional.of(location), there, text);
    }

    private static PlaceCheck nowhere(Place place) {
        return new PlaceCheck(place, Optional.empty(), true, "a name without a place: always another copy");
    }

    private static List<Product> held(String collection, Place place, Catalogue catalogue) {
        List<Product> held = new ArrayList<>();
        try (Datasets datasets = catalogue.allDatasets(collection, "")) {
            int looked = 0;
            for (Dataset each = next(datasets, held, looked); each != null; each = next(datasets, held, looked)) {
                for (Product product : each.products()) {
                    looked++;
                    if (held.size() < MOST_ASKED && place.locate(product).isPresent()) {
                        held.add(product);
                    }
                }
            }
        }
        return held;
    }

    private static @Nullable Dataset next(Datasets datasets, List<Product> held, int looked) {
        return held.size() == MOST_ASKED || looked >= MOST_LOOKED_AT ? null : datasets.next();
    }

    /** Of an object that nobody has, a place that works says just that. */
    private static PlaceCheck unknown(Place place, LocationResolver resolver, String nothing) {
        Location location = resolver.locate(NO_OBJECT);
        Probe probe = resolver.probe(location);
        return probe.found() == Probe.Found.UNKNOWN
                ? new PlaceCheck(place, Optional.of(location), false, probe.reason())
                : new PlaceCheck(
                        place, Optional.of(location), true, "answers; not asked for a real object, since " + nothing);
    }

    private static PlaceCheck known(Place place, LocationResolver resolver, List<Product> products) {
        Location first = place.locate(products.get(0)).orElseThrow();
        String reason = "";
        for (Product product : products) {
            Location location = place.locate(product).orElseThrow();
            Probe probe = Question.ask(resolver, location, product);
            if (probe.found() == Probe.Found.UNKNOWN) {
                return new PlaceCheck(place, Optional.of(location), false, probe.reason());
            }
            if (probe.found() == Probe.Found.THERE) {
                return new PlaceCheck(place, Optional.of(location), true, there(probe, location.equals(first)));
            }
            reason = reason.isEmpty() ? probe.reason() : reason;
        }
        return new PlaceCheck(
                place,
                Optional.of(first),
                false,
                "answers, but has none of the " + products.size() + " that it was asked for (" + reason
                        + "); is the beginning of its addresses right?");
    }

    private static String there(Probe probe, boolean first) {
        Long length = probe.length();
        return "there" + (length == null ? "" : String.format(java.util.Locale.ROOT, ", %,d bytes", length))
                + (first ? "" : "; some before it are missing: audit tells which");
    }
}
