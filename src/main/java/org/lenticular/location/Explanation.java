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
     * @param link the address for who asks for this source
     * @param web the address for who speaks only HTTP
     */
    public record Step(
            Place place,
            boolean wanted,
            @Nullable Held held,
            Optional<Location> location,
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
            steps.add(step(
                    place,
                    product,
                    asked,
                    outcome,
                    outcome == Outcome.PASSED_OVER ? why(collection, place, product, asked) : ""));
            enough |= chosen && !wanted.every();
        }
        return new Explanation(steps, choices, copies.chooseWeb(product, wanted), copies.cloudAccess(product));
    }

    private static boolean isOf(Choice choice, Place place) {
        return choice.address() != null && place.source().name().equals(choice.source());
    }

    private static Step step(Place place, Product product, boolean asked, Outcome outcome, String reason) {
        Optional<Location> location = place.locate(product);
        Optional<LocationResolver> resolver = location.flatMap(at -> place.resolver());
        Held held = product.held().get(place.source().name());
        return new Step(
                place,
                asked,
                held,
                location,
                resolver.flatMap(each -> location.map(each::link)),
                resolver.flatMap(each -> location.flatMap(each::web)),
                outcome,
                reason);
    }

    /** What the chooser says of this source where there is no other. */
    private static String why(String collection, Place place, Product product, boolean asked) {
        CopyChooser alone = new CopyChooser(collection, List.of(place));
        WantedSources wanted = asked ? alone.wanted(List.of(place.source().name())) : WantedSources.ANY;
        Fault fault = alone.choose(product, wanted, "").fault();
        return fault == null ? "" : fault.word() == Fault.Word.NOT_FOUND ? "no copy" : fault.message();
    }
}
