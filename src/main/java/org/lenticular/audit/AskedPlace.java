package org.lenticular.audit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.Probe;

/** A place while it is audited. One that does not say anything many times in a row is asked no more. Thread-safe. */
final class AskedPlace {
    /** So often in a row: a place that is down would make every copy wait for its time limit. */
    static final int PATIENCE = 50;

    private final Place place;
    private final AtomicInteger silent = new AtomicInteger();
    private volatile String last = "";

    AskedPlace(Place place) {
        this.place = place;
    }

    String name() {
        return place.source().name();
    }

    /** Where its copy of the product is; empty where it holds none. */
    Optional<Location> locate(Product product) {
        return place.locate(product);
    }

    /** Asks for the copy, and compares it with what is known of it. */
    AskedCopy ask(Product product, Location location) {
        Held held = product.held().get(place.source().name());
        Long expected = held != null && held.length() != null ? held.length() : product.contentLength();
        String at = held == null ? null : held.at();
        if (silent.get() >= PATIENCE) {
            return answer(
                    Finding.NOT_ASKED,
                    at,
                    expected,
                    location,
                    null,
                    "not asked, after " + PATIENCE
                            + " copies in a row of which the place did not say whether it has them; the last time: "
                            + last);
        }
        LocationResolver resolver = place.resolver().orElseThrow();
        Probe probe = Question.ask(resolver, location, product);
        if (probe.found() == Probe.Found.UNKNOWN) {
            last = probe.reason();
            silent.incrementAndGet();
            return answer(Finding.CANNOT_SAY, at, expected, location, null, probe.reason());
        }
        silent.set(0);
        if (probe.found() == Probe.Found.NOT_THERE) {
            return answer(Finding.MISSING, at, expected, location, null, probe.reason());
        }
        Long length = probe.length();
        return expected == null || length == null || expected.equals(length)
                ? answer(Finding.FINE, at, expected, null, probe, "")
                : answer(Finding.OTHER_SIZE, at, expected, location, probe, "");
    }

    private AskedCopy answer(
            Finding finding,
            @Nullable String at,
            @Nullable Long expected,
            @Nullable Location location,
            @Nullable Probe probe,
            String reason) {
        return new AskedCopy(
                place.source().name(),
                finding,
                at,
                expected,
                probe == null ? null : probe.length(),
                probe == null ? null : probe.etag(),
                location == null ? null : location.text(),
                reason);
    }
}
