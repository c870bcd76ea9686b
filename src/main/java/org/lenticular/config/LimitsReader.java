package org.lenticular.config;

import java.time.Duration;
import java.util.Optional;
import org.lenticular.config.Config.Limits;

/** Reads {@code limits}: what one request may ask of the service. */
final class LimitsReader {
    private final Optional<Section> section;

    private LimitsReader(Optional<Section> section) {
        this.section = section;
    }

    static Limits read(Section root) {
        return new LimitsReader(root.value("limits").flatMap(value -> value.section(Keys.LIMITS))).limits();
    }

    private Limits limits() {
        Limits standard = Limits.DEFAULT;
        int maxIds = number("max_ids", 1, 1_000_000, standard.maxIds());
        int maxRows = number("max_rows", 1, Integer.MAX_VALUE - 1, standard.maxRows());
        return new Limits(
                defaultRows(maxRows),
                maxRows,
                maxIds,
                // Who lowers only the most that may be sent, means what is answered too.
                number("answered_ids", 1, 1_000_000, Math.min(standard.answeredIds(), maxIds)),
                number("max_links", 1, 100_000_000, standard.maxLinks()),
                number("max_constraints", 1, 100_000, standard.maxConstraints()),
                number("max_vertices", 3, 100_000, standard.maxVertices()),
                number("max_facet_values", 1, 1_000_000, standard.maxFacetValues()),
                number("max_ahead", 0, 1_000_000, standard.maxAhead()),
                number("max_body_bytes", 1_024, 1 << 30, (int) standard.maxBody()),
                number("max_value_length", 100, 10_000_000, standard.maxValue()),
                seconds("query_seconds", 3_600, standard.queryTime()),
                number("max_queries", 1, 10_000, standard.maxQueries()),
                seconds("body_seconds", 600, standard.bodyTime()));
    }

    private int defaultRows(int maxRows) {
        // Who lowers only the most that an answer may have, means the usual answer too.
        int rows = number("default_rows", 1, Integer.MAX_VALUE - 1, Math.min(Limits.DEFAULT.defaultRows(), maxRows));
        if (rows > maxRows) {
            section.flatMap(limits -> limits.value("default_rows"))
                    .ifPresent(value -> value.problem(
                            "is more than max_rows, which is " + maxRows, "lower it, or write a greater max_rows"));
        }
        return rows;
    }

    private Duration seconds(String key, int most, Duration standard) {
        return Duration.ofSeconds(number(key, 1, most, (int) standard.toSeconds()));
    }

    private int number(String key, int least, int most, int standard) {
        return section.flatMap(limits -> limits.value(key))
                .flatMap(value -> value.integer(least, most))
                .map(Long::intValue)
                .orElse(standard);
    }
}
