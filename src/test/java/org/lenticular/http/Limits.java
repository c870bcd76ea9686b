package org.lenticular.http;

import java.time.Duration;
import org.lenticular.config.Config;

/** Limits for tests, small enough to be passed. */
public final class Limits {
    private Limits() {}

    public static Config.Limits usual() {
        return of(1000, 200, Duration.ofSeconds(10));
    }

    public static Config.Limits of(long maxBody, int maxValue, Duration bodyTime) {
        return new Config.Limits(
                10, 100, 5, 5, 1000, 100, 100, 100, 100, maxBody, maxValue, Duration.ofSeconds(10), 64, bodyTime);
    }
}
