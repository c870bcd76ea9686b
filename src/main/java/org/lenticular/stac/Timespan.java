package org.lenticular.stac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time of an image as STAC has it (STAC 1.1.0, Item, "datetime"): RFC 3339 in UTC, from ObsCore's Modified Julian Dates, whose scale is UTC too
 * (ObsCore 1.1 §4.10), so that nothing but the spelling changes.
 */
final class Timespan {
    /** MJD of 1970-01-01. */
    private static final double EPOCH = 40_587;

    private static final double MILLISECONDS = 86_400_000;
    /** MJD of the years 1 and 10000: RFC 3339 has four digits. */
    private static final double FIRST = -678_575;

    private static final double LAST = 2_973_484;

    private Timespan() {}

    /** Adds what STAC wants of a time. Where nothing is known of it, it is some time: STAC has no other word for that, and readers refuse an item without. */
    static void add(ObjectNode properties, String from, String to) {
        Optional<String> start = instant(from);
        Optional<String> end = instant(to);
        if (start.isPresent() && end.isPresent() && !start.equals(end)) {
            span(properties, start.get(), end.get());
        } else if (start.isPresent() || end.isPresent()) {
            properties.put("datetime", start.or(() -> end).get());
        } else {
            span(properties, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
        }
    }

    private static void span(ObjectNode properties, String start, String end) {
        properties.putNull("datetime").put("start_datetime", start).put("end_datetime", end);
    }

    /** To the millisecond; empty for what is no date of four digits. */
    static Optional<String> instant(String mjd) {
        try {
            double days = Double.parseDouble(mjd);
            return days >= FIRST && days < LAST
                    ? Optional.of(Instant.EPOCH
                            .plus(Math.round((days - EPOCH) * MILLISECONDS), ChronoUnit.MILLIS)
                            .toString())
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
