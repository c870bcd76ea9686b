package org.lenticular.location.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Location;
import org.lenticular.location.Probe;

/** What places said is remembered within limits. */
class RememberedTest {
    private static final Probe THERE = Probe.there(1L, null, null);

    private final SetClock clock = new SetClock();
    private final Remembered remembered = new Remembered(2, Duration.ofSeconds(10), clock);

    private static Location at(String path) {
        return new Location("https://a.example/" + path);
    }

    @Test
    void itCountsForATime() {
        remembered.put(at("a"), THERE);
        clock.pass(Duration.ofSeconds(9));
        assertThat(remembered.get(at("a"))).isEqualTo(THERE);
        clock.pass(Duration.ofSeconds(1));
        assertThat(remembered.get(at("a"))).isNull();
    }

    @Test
    void theOldestGoesFirst() {
        remembered.put(at("a"), THERE);
        remembered.put(at("b"), THERE);
        remembered.put(at("a"), THERE);
        remembered.put(at("c"), THERE);
        assertThat(remembered.get(at("a"))).isNotNull();
        assertThat(remembered.get(at("b"))).isNull();
        assertThat(remembered.get(at("c"))).isNotNull();
    }
}
