package org.lenticular.location.health;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.Copy;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceHealth;
import org.lenticular.location.Probe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch over one place, whichever collections use it: what is known of it, and the means to ask it. Thread-safe. */
final class Watch implements PlaceHealth, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final String name;
    private final PlaceWatch how;
    private final WatchRules rules;
    private final Breaker breaker;
    private final Remembered remembered;
    private final Asker asker;
    private final LocationResolver watched;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean pathMissing;

    /** @param resolver of the place, for the questions in the background */
    Watch(String name, PlaceWatch how, WatchRules rules, LocationResolver resolver, Clock clock) {
        this.name = name;
        this.how = how;
        this.rules = rules;
        this.breaker = new Breaker(name, rules, clock);
        this.remembered = new Remembered(MOST_REMEMBERED, rules.kept(), clock);
        this.asker = new Asker(name);
        this.watched = new WatchedResolver(resolver, breaker);
    }

    PlaceWatch how() {
        return how;
    }

    /** The resolver, with everything around it that a watched place's has. */
    LocationResolver around(LocationResolver resolver) {
        return new RememberingResolver(new WatchedResolver(resolver, breaker), remembered);
    }

    @Override
    public boolean isDown() {
        return breaker.downSince() != null;
    }

    /** {@code main-server does not answer since 2026-11-24T10:00:00Z}; empty where it does. */
    Optional<String> trouble() {
        Instant since = breaker.downSince();
        return Optional.ofNullable(since)
                .map(at -> name + " " + breaker.hindrance() + " since " + at.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public @Nullable String hindrance(Copy copy) {
        if (isDown()) {
            if (how.inRequests() && breaker.isDue()) {
                // Nobody waits for it: what comes of it counts for those who come later.
                asker.ask(copy);
            }
            return breaker.hindrance();
        }
        Probe known = how.inRequests() ? remembered.get(copy.location()) : null;
        return known == null ? null : hindrance(known);
    }

    static @Nullable String hindrance(Probe probe) {
        return switch (probe.found()) {
            case THERE -> null;
            case NOT_THERE -> LOST;
            case UNKNOWN -> NO_ANSWER;
        };
    }

    /** Whether the place has told of the copy, not long ago. */
    boolean knows(Copy copy) {
        return remembered.get(copy.location()) != null;
    }

    @Override
    public PlaceHealth forAnswer() {
        return how.inRequests() ? new AnswerWatch(this, asker, rules.answerTime()) : this;
    }

    /** Asks in the background, unless it does already. */
    void askInBackground() {
        if (asking.compareAndSet(false, true) && !asker.run(this::askAndTell)) {
            asking.set(false);
        }
    }

    private void askAndTell() {
        try {
            ask();
        } finally {
            asking.set(false);
        }
    }

    /** Asks for the product that is known to be there, and waits for the answer. */
    void ask() {
        how.path().ifPresent(path -> {
            Probe probe = watched.probe(watched.locate(path));
            boolean missing = probe.found() == Probe.Found.NOT_THERE;
            if (missing && !pathMissing) {
                LOG.warn("{} answers, but has no {}, by which it is watched: {}", name, path, probe.reason());
            }
            pathMissing = missing;
        });
    }

    @Override
    public void close() {
        asker.close();
    }

    void awaitEnd() {
        asker.awaitEnd();
    }
}
