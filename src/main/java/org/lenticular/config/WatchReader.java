package org.lenticular.config;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lenticular.location.health.PlaceWatch;
import org.lenticular.location.health.WatchRules;

/** Reads {@code watch}: when a place counts as down, for all of them, and how each is watched. */
final class WatchReader {
    private static final int LONGEST = 86_400;

    private final WatchRules rules;

    private WatchReader(WatchRules rules) {
        this.rules = rules;
    }

    static WatchReader read(Section root) {
        Optional<Section> section = root.value("watch").flatMap(value -> value.section(Keys.WATCH));
        WatchRules standard = WatchRules.DEFAULT;
        return new WatchReader(new WatchRules(
                number(section, "failures", 100, standard.failures()),
                seconds(section, "window_seconds", LONGEST, standard.window()),
                seconds(section, "pause_seconds", LONGEST, standard.pause()),
                seconds(section, "answer_seconds", 60, standard.answerTime()),
                seconds(section, "kept_seconds", LONGEST, standard.kept())));
    }

    WatchRules rules() {
        return rules;
    }

    /** How one place is watched; empty, with a problem, where that cannot be told. */
    Optional<PlaceWatch> place(Value value) {
        return value.section(Keys.SOURCE_WATCH).map(section -> place(value, section));
    }

    private PlaceWatch place(Value at, Section section) {
        Optional<String> path = section.text("path");
        boolean inRequests =
                section.value("in_requests").filter(WatchReader::truth).isPresent();
        if (section.values().isEmpty()) {
            at.problem(
                    "says nothing",
                    "write path: some/file, a product that is there, to have it asked for in the background, or in_requests: true");
        } else if (section.value("path").isEmpty()
                && section.value("every_seconds").isPresent()) {
            section.missing("path", "name a product that is there: it is asked for");
        }
        Optional<Section> found = Optional.of(section);
        Duration every = seconds(found, "every_seconds", LONGEST, PlaceWatch.DEFAULT_EVERY);
        if (path.isPresent()) {
            checkPace(section.value("every_seconds").orElse(at), every);
        }
        return new PlaceWatch(path, every, inRequests);
    }

    /** So many failures must come within the window, or the place never counts as down. */
    private void checkPace(Value at, Duration every) {
        if (every.multipliedBy(rules.failures() - 1L).compareTo(rules.window()) >= 0) {
            at.problem(
                    "is too seldom: " + rules.failures() + " failures, " + every.toSeconds()
                            + " seconds apart, do not come within "
                            + rules.window().toSeconds(),
                    "write fewer every_seconds, or more watch.window_seconds");
        }
    }

    private static boolean truth(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            value.problem("is neither true nor false", "false is the default");
        }
        return text.filter("true"::equals).isPresent();
    }

    private static Duration seconds(Optional<Section> section, String key, int most, Duration standard) {
        return Duration.ofSeconds(number(section, key, most, Math.toIntExact(standard.toSeconds())));
    }

    private static int number(Optional<Section> section, String key, int most, int standard) {
        return section.flatMap(each -> each.value(key))
                .flatMap(value -> value.integer(1, most))
                .map(Long::intValue)
                .orElse(standard);
    }
}
