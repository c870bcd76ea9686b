package org.lenticular.location.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.location.Probe;

/** What a place said of its copies, for a time; of so many copies at the most, the latest. Thread-safe. */
final class Remembered {
    private record Said(Probe probe, Instant until) {}

    private final Duration kept;
    private final Clock clock;
    private final Map<Location, Said> latest;

    Remembered(int most, Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
        this.latest = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Location, Said> eldest) {
                return size() > most;
            }
        };
    }

    /** Null where nothing is known, or not any more. */
    @Nullable
    Probe get(Location location) {
        Instant now = clock.instant();
        synchronized (latest) {
            Said said = latest.get(location);
            if (said == null || said.until().isAfter(now)) {
                return said == null ? null : said.probe();
            }
            latest.remove(location);
            return null;
        }
    }

    void put(Location location, Probe probe) {
        Said said = new Said(probe, clock.instant().plus(kept));
        synchronized (latest) {
            latest.remove(location);
            latest.put(location, said);
        }
    }
}
