package org.lenticular.location.health;

import java.time.Duration;

/**
 * When a place counts as down, and how long an answer may wait for places. The same for all places of a service.
 *
 * @param failures how many in a row
 * @param window within which time, in whole seconds
 * @param pause how long a place that is down is left alone before it is asked again; shorter than the time between two questions in the
 *     background, or every second of them is left out
 * @param answerTime how long an answer may wait for places in all, where they are asked in requests
 * @param kept how long what a place said of a copy counts
 */
public record WatchRules(int failures, Duration window, Duration pause, Duration answerTime, Duration kept) {
    /** What holds where the configuration does not say otherwise. */
    public static final WatchRules DEFAULT = new WatchRules(
            3, Duration.ofSeconds(120), Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(300));
}
