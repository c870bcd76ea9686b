package org.lenticular.location;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.fault.Fault;

/** The sources that were passed over on the way to a product's copy, and why. One for each choice; for most products it stays empty. */
final class Passed {
    private static final String NONE = "no copy at ";
    private static final String NO_WEB = "no https for the copy at ";

    private final Product product;
    /** The source that no note explains; the first that was looked at where nobody says. */
    private @Nullable Place expected;

    private @Nullable Map<Place, String> reasons;

    Passed(Product product) {
        this.product = product;
    }

    Product product() {
        return product;
    }

    /** Says which source's copy needs no note; without it, the first that is looked at. */
    void expect(Place place) {
        expected = place;
    }

    /** The place's copy, where it has one that can be had; else null, and the reason is kept. */
    @Nullable
    Copy available(Place place) {
        if (expected == null) {
            expected = place;
        }
        Copy copy = place.copy(product);
        String hindrance = copy == null ? NONE : copy.hindrance();
        if (hindrance == null) {
            return copy;
        }
        add(place, hindrance);
        return null;
    }

    void withoutWeb(Copy copy) {
        add(copy.place(), NO_WEB);
    }

    void unsigned(Copy copy) {
        add(copy.place(), PlaceHealth.UNSIGNED);
    }

    private void add(Place place, String reason) {
        if (reasons == null) {
            reasons = new LinkedHashMap<>();
        }
        reasons.putIfAbsent(place, reason);
    }

    Choice given(Address address, Copy copy) {
        if (reasons != null) {
            // It may have come back between two looks at it.
            reasons.remove(copy.place());
        }
        return new Choice(address, copy.source(), copy.place() == expected ? null : note(copy), null, copy);
    }

    /** {@code no copy at gc; aws:us-east1 does not answer; this one is at main-server}. */
    private String note(Copy copy) {
        return reasonsInWords() + "; this one is at " + copy.source();
    }

    private String reasonsInWords() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        if (reasons != null) {
            reasons.forEach((place, reason) -> byReason.computeIfAbsent(reason, same -> new ArrayList<>())
                    .add(place.source().name()));
        }
        List<String> words = new ArrayList<>();
        byReason.forEach((reason, names) -> {
            String all = String.join(", ", names);
            words.add(reason.equals(NONE) || reason.equals(NO_WEB) ? reason + all : all + " " + reason);
        });
        return String.join("; ", words);
    }

    /** Why there is no address at all. By the reasons that were found, not by new ones: a place may have come back meanwhile. */
    Fault fault(List<Place> places) {
        List<String> holders = new ArrayList<>();
        Fault lost = null;
        for (Place place : places) {
            String reason = reasons == null ? null : reasons.get(place);
            if (reason == null || reason.equals(NONE) || reason.equals(NO_WEB)) {
                if (place.copy(product) != null) {
                    holders.add(place.source().name());
                }
            } else if (!reason.equals(PlaceHealth.LOST)) {
                return fault(place, reason);
            } else if (lost == null) {
                lost = fault(place, reason);
            }
        }
        if (!holders.isEmpty()) {
            return new Fault(
                    Fault.Word.FATAL,
                    500,
                    "no copy of " + product.path() + " can be fetched by https; ask for one of these sources: "
                            + String.join(", ", holders));
        }
        return lost != null
                ? lost
                : new Fault(Fault.Word.NOT_FOUND, 404, "no source holds a copy of " + product.path());
    }

    /** Why this place's copy cannot be had. */
    static Fault fault(Place place, String hindrance) {
        String what = place.source().name() + " " + hindrance;
        return hindrance.equals(PlaceHealth.LOST)
                ? new Fault(Fault.Word.NOT_FOUND, 404, what)
                : new Fault(Fault.Word.TRANSIENT, 503, what + "; try again in some minutes");
    }
}
