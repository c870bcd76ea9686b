package org.lenticular.location.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.PlaceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a place is up: down after so many failures in a row within the window; then left alone for the pause; then asked once, which decides.
 * Thread-safe.
 */
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker circuit;
    private final WatchRules rules;
    private final Clock clock;
    private volatile String hindrance = "";
    private volatile String reason = "";
    private volatile @Nullable Instant downSince;
    private volatile Instant askAgain = Instant.MIN;

    /** @param name of the place, for the log */
    Breaker(String name, WatchRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        // Only failures since the last success are in the window: so many of them are all of them.
        circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindow(
                                Math.toIntExact(rules.window().toSeconds()),
                                rules.failures(),
                                SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rules.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        circuit.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
    }

    private void moved(StateTransition to) {
        if (to.getToState() == State.CLOSED) {
            downSince = null;
            LOG.info("{} answers again", circuit.getName());
        } else if (to.getToState() == State.OPEN) {
            Instant now = clock.instant();
            askAgain = now.plus(rules.pause());
            if (downSince == null) {
                downSince = now;
                LOG.warn("{} {}: {}; links lead to other copies", circuit.getName(), hindrance, reason);
            }
        }
    }

    /** Since when it is down; null where it is up. */
    @Nullable
    Instant downSince() {
        return downSince;
    }

    /** What keeps clients from it since then, as a note has it; to be asked only while it is down. */
    String hindrance() {
        return hindrance;
    }

    /** Whether it is down, and the pause is over. */
    boolean isDue() {
        return circuit.getState() == State.OPEN && clock.instant().isAfter(askAgain);
    }

    /** Whether the place may be asked now. Whoever gets a yes must tell what came of it. */
    boolean mayAsk() {
        return circuit.tryAcquirePermission();
    }

    /** The place answered, whatever it said. */
    void answered() {
        if (circuit.getState() != State.CLOSED) {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        } else if (circuit.getMetrics().getNumberOfFailedCalls() > 0) {
            circuit.reset();
        }
    }

    /**
     * @param what as a note has it ({@code does not answer})
     * @param why one line, without a secret
     */
    void failed(String what, String why) {
        if (downSince == null) {
            // What came of later questions does not change what it went down by.
            hindrance = what;
            reason = why;
        }
        circuit.onError(0, TimeUnit.NANOSECONDS, new PlaceException(why));
    }
}
