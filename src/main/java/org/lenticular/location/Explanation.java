package org.lenticular.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.fault.Fault;

/**
 * How the copy of a product is chosen, step by step. It knows no rule of its own: {@link CopyChooser} makes the choice, and is asked about each
 * source alone why that one is passed over.
 *
 * @param steps each of the collection's sources, in the order in which they are tried
 * @param choices what a client gets: one, or, where every copy was asked for, one for each
 * @param lasting where the lasting address leads to
 * @param cloudAccess as the column has it; null where no copy is in a cloud
 */
public record Explanation(
        List<Step> steps,
        List<Choice> choices,
        Choice lasting,
        @Nullable String cloudAccess) {
    public Explanation {
        steps = List.copyOf(steps);
        choices = List.copyOf(choices);
    }

    /**
     * One source.
     *
     * @param wanted whether it was asked for
     * @param held what the catalogue says of the copy; null where the source's rule says it
     * @param location empty where it holds no copy
     * @param refusal why what it is said to hold is no copy all the same; empty where nothing is
     * @param link the address for who asks for this source; empty where none can be had
     * @param web the address for who asks for none; empty where none can be had
     */
    public record Step(
            Place place,
            boolean wanted,
            @Nullable Held held,
            Optional<Location> location,
            Optional<String> refusal,
            Optional<Address> link,
            Optional<Address> web,
            Outcome outcome,
            String reason) {}

    /** What becomes of a source. */
    public enum Outcome {
        /** Its copy is handed out. */
        CHOSEN,
        /** It cannot be; the reason says why. */
        PASSED_OVER,
        /** Another before it is. */
        NOT_NEEDED
    }

    /**
     * Explains one choice.
     *
     * @param collection its name
     * @param copies chooses among the collection's copies
     * @param wanted as the chooser has read it
     * @param base the service's own address
     */
    public static Explanation of(
            String collection, CopyChooser copies, Product product, WantedSources wanted, String base) {
        List<Choice> choices =
                wanted.every() ? copies.each(product, base) : List.of(copies.choose(product, wanted, base));
        List<Step> steps = new ArrayList<>();
        boolean enough = false;
        for (Place place : Stream.concat(wanted.places().stream(), copies.places().stream())
                .distinct()
                .toList()) {
            boolean asked = wanted.every() || wanted.places().contains(place);
            boolean chosen = choices.stream().anyMatch(choice -> isOf(choice, place));
            Outcome outcome = enough ? Outcome.NOT_NEEDED : chosen ? Outcome.CHOSEN : Outcome.PASSED_OVER;
            steps.add(step(new CopyChooser(collection, List.of(place)), product, asked, outcome, base));
            enough |= chosen && !wanted.every();
        }
        return new Explanation(steps, choices, copies.chooseWeb(product, wanted), copies.cloudAccess(product));
    }

    private static boolean isOf(Choice choice, Place place) {
        return choice.address() != null && place.source().name().equals(choice.source());
    }

    /** @param alone knows no other source: what it would answer is what there is to say of this one */
    private static Step step(CopyChooser alone, Product product, boolean asked, Outcome outcome, String base) {
        Place place = alone.places().get(0);
        Choice own = alone.choose(product, alone.wanted(List.of(place.source().name())), base);
        Choice web = alone.choose(product, WantedSources.ANY, base);
        return new Step(
                place,
                asked,
                product.held().get(place.source().name()),
                place.locate(product),
                place.refusal(product),
                Optional.ofNullable(own.address()),
                Optional.ofNullable(web.address()),
                outcome,
                outcome == Outcome.PASSED_OVER ? reason(asked ? own.fault() : web.fault()) : "");
    }

    private static String reason(@Nullable Fault fault) {
        return fault == null ? "" : fault.word() == Fault.Word.NOT_FOUND ? "no copy" : fault.message();
    }
}
