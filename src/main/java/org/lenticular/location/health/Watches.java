package org.lenticular.location.health;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.Place;

/** The watches over all places of a service. Made and started by one thread. */
public final class Watches implements AutoCloseable {
    private final WatchRules rules;
    private final Clock clock;
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private @Nullable ScheduledExecutorService rounds;

    /** @param clock what time it is for the rules */
    public Watches(WatchRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The place under a watch; itself where it is not to be watched.
     *
     * @param name for people. Places of one name share a watch, and are at one address
     */
    public Place watched(String name, Place place, PlaceWatch how) {
        if (place.resolver().isEmpty()) {
            return place;
        }
        var resolver = place.resolver().get();
        PlaceWatch wanted = how.orBy(resolver.root(), rules);
        if (wanted.isNone()) {
            return place;
        }
        Watch watch = watches.computeIfAbsent(name, each -> new Watch(name, wanted, rules, resolver, clock));
        return new Place(place.source(), Optional.of(watch.around(resolver)), place.rule(), watch);
    }

    /** Begins to ask in the background, where that is wanted, in threads of its own, until it is closed. */
    public void start() {
        List<Watch> asked = watches.values().stream()
                .filter(watch -> watch.how().path().isPresent())
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lenticular-watch");
            thread.setDaemon(true);
            return thread;
        });
        for (Watch watch : asked) {
            long every = watch.how().every().toMillis();
            timer.scheduleAtFixedRate(watch::askInBackground, 0, every, TimeUnit.MILLISECONDS);
        }
        rounds = timer;
    }

    /** Asks each place that is watched in the background once, one after the other, and waits for the answers. */
    public void askAll() {
        watches.values().forEach(Watch::ask);
    }

    /** The places that are down, a phrase each, fit for strangers: {@code main-server does not answer since 2026-11-24T10:00:00Z}. */
    public List<String> down() {
        return watches.values().stream()
                .map(Watch::trouble)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Asks no more. Its threads are gone then, save where a place keeps one longer than it may. */
    @Override
    public void close() {
        if (rounds != null) {
            rounds.shutdownNow();
        }
        Collection<Watch> all = watches.values();
        all.forEach(Watch::close);
        all.forEach(Watch::awaitEnd);
        awaitRounds();
    }

    private void awaitRounds() {
        try {
            if (rounds != null) {
                rounds.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
