package org.lenticular.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.fault.FaultException;

/** Chooses among the copies of a product of one collection: the rules of {@code source}. Immutable. */
public final class CopyChooser {
    private final String collection;
    private final List<Place> places;
    /** Those of them whose copies can be in a cloud. */
    private final List<Place> clouds;

    private final List<Source> elsewhere;
    private final SourceNames names;
    private final CloudAccessJson json = new CloudAccessJson();

    /** Of the only collection that there is. */
    public CopyChooser(String collection, List<Place> places) {
        this(collection, places, List.of());
    }

    /**
     * @param collection its name, which is part of the lasting addresses
     * @param places in the order in which they are offered, the default first; at least one
     * @param elsewhere the sources that only other collections have: who asks for one finds no copy there
     */
    public CopyChooser(String collection, List<Place> places, List<Source> elsewhere) {
        this.collection = collection;
        this.places = List.copyOf(places);
        this.elsewhere = List.copyOf(elsewhere);
        this.clouds = this.places.stream()
                .filter(place ->
                        place.resolver().filter(LocationResolver::isCloud).isPresent())
                .toList();
        this.names = new SourceNames(collection, this.places, this.elsewhere);
    }

    /** In the order in which they are offered, the default first. */
    public List<Place> places() {
        return places;
    }

    /**
     * The same for the making of one answer, by one thread, which reads {@code source} by it too: copies at places that are to be asked in requests
     * are asked for, until the answer's time is over. Itself where no place is.
     */
    public CopyChooser forAnswer() {
        List<Place> asked = places.stream().map(Place::forAnswer).toList();
        // Most often nobody is asked, and every place is itself.
        return IntStream.range(0, places.size()).allMatch(i -> asked.get(i) == places.get(i))
                ? this
                : new CopyChooser(collection, asked, elsewhere);
    }

    /** Says that a copy of this product is to be chosen soon: the copy that will be tried first (each, where all are wanted) is asked for now. */
    public void expect(Product product, WantedSources wanted) {
        for (Place place : tried(wanted)) {
            Copy copy = place.copy(product);
            if (copy != null) {
                place.health().expect(copy);
                if (!wanted.every()) {
                    return;
                }
            }
        }
    }

    /**
     * Reads the values of {@code source} (rules 2, 3, 6). A source of another collection holds nothing here (rule 4).
     *
     * @throws FaultException where a value names a source of no collection (rule 5); it lists the values that would do
     */
    public WantedSources wanted(List<String> values) {
        return names.wanted(values);
    }

    /** The same where one copy is wanted: {@code all} is a fault. */
    public WantedSources wantedOne(List<String> values) {
        return names.wantedOne(values);
    }

    /** The same where several collections are asked at once: a fault lists the sources of all. */
    public WantedSources wantedOfAll(List<String> values) {
        return names.wantedOfAll(values);
    }

    /**
     * The copy to hand out: the first wanted source's that has one and can be had, in its own form; else the default's, or another's, in a form
     * that any client can fetch (rules 1 and 4). For every copy, {@link #each}.
     *
     * @param base the service's own address, which leads to copies in buckets
     */
    public Choice choose(Product product, WantedSources wanted, String base) {
        Passed passed = new Passed(product);
        for (Place place : wanted.places()) {
            Copy copy = passed.available(place);
            if (copy != null) {
                try {
                    return passed.given(link(product, copy, base), copy);
                } catch (CannotSign e) {
                    passed.unsigned(copy);
                }
            }
        }
        return firstWeb(passed, wanted, places, base);
    }

    /** Every copy, in the order of the collection's sources, by addresses that anybody may know; those in clouds are the ones of {@link #cloudAccess}. */
    public List<CopyAddress> addresses(Product product, String base) {
        return AllCopies.of(collection, places, product, base);
    }

    /** One choice for each copy, in the order of the collection's sources (rule 6); one alone with the reason where there is none. */
    public List<Choice> each(Product product, String base) {
        List<Choice> choices = new ArrayList<>(places.size());
        for (Place place : places) {
            Copy copy = place.copy(product);
            if (copy != null) {
                choices.add(itself(product, copy, base));
            }
        }
        return choices.isEmpty()
                ? List.of(new Choice(null, null, null, new Passed(product).fault(places), null))
                : choices;
    }

    private Choice itself(Product product, Copy copy, String base) {
        String hindrance = copy.hindrance();
        if (hindrance == null) {
            try {
                return new Choice(link(product, copy, base), copy.source(), null, null, copy);
            } catch (CannotSign e) {
                hindrance = PlaceHealth.UNSIGNED;
            }
        }
        return new Choice(null, copy.source(), null, Passed.fault(copy.place(), hindrance), copy);
    }

    /** The copy that a client which speaks only HTTP is led to; the address is the copy's own. */
    public Choice chooseWeb(Product product, WantedSources wanted) {
        return firstWeb(new Passed(product), wanted, tried(wanted), null);
    }

    private List<Place> tried(WantedSources wanted) {
        return Stream.concat(wanted.places().stream(), places.stream())
                .distinct()
                .toList();
    }

    /** The product's copies in clouds as JSON; null where there is none (rule 9). */
    public @Nullable String cloudAccess(Product product) {
        CloudAccess first = null;
        List<CloudAccess> copies = List.of();
        for (Place place : clouds) {
            CloudAccess copy = cloudAccess(place.copy(product));
            if (first == null) {
                first = copy;
            } else if (copy != null) {
                // Most products have one, and answers have many products.
                copies = copies.isEmpty() ? new ArrayList<>(List.of(first)) : copies;
                copies.add(copy);
            }
        }
        return first == null ? null : copies.isEmpty() ? json.single(first) : json.several(copies);
    }

    private static @Nullable CloudAccess cloudAccess(@Nullable Copy copy) {
        return copy == null
                ? null
                : copy.resolver().cloudAccess(copy.location()).orElse(null);
    }

    private Address link(Product product, Copy copy, String base) {
        return copy.isOurs()
                ? LastingAddress.of(collection, product, copy.place(), base)
                : copy.resolver().link(copy.location());
    }

    /** @param base null: the copy's own address; else its lasting one, where its own is not of the web */
    private Choice firstWeb(Passed passed, WantedSources wanted, List<Place> order, @Nullable String base) {
        if (wanted.places().isEmpty()) {
            passed.expect(places.get(0));
        }
        for (Place place : order) {
            Copy copy = passed.available(place);
            if (copy != null) {
                try {
                    Optional<Address> address = web(passed.product(), copy, base);
                    if (address.isPresent()) {
                        return passed.given(address.get(), copy);
                    }
                    passed.withoutWeb(copy);
                } catch (CannotSign e) {
                    passed.unsigned(copy);
                }
            }
        }
        return new Choice(null, null, null, passed.fault(places), null);
    }

    private Optional<Address> web(Product product, Copy copy, @Nullable String base) {
        boolean ours = copy.isOurs();
        if (base != null && (ours || !copy.location().isWeb())) {
            return ours || copy.resolver().isOnTheWeb(copy.location())
                    ? Optional.of(LastingAddress.of(collection, product, copy.place(), base))
                    : Optional.empty();
        }
        // Without a base we are at the lasting address: whoever is there reads the file itself.
        return ours ? Optional.of(Address.of(copy.location())) : copy.resolver().web(copy.location());
    }
}
