package org.lenticular.location.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.location.Copy;
import org.lenticular.location.PlaceHealth;
import org.lenticular.location.Probe;

/**
 * One place, asked for the copies of one answer, until the answer's time is over: from then on copies are handed out as they are. Not thread-safe.
 */
final class AnswerWatch implements PlaceHealth {
    /** More than rows are looked ahead for. */
    private static final int MOST_ASKED = 256;

    private final Watch watch;
    private final Asker asker;
    private final long deadline;
    /** What was asked last for this answer: a copy is looked at more than once. */
    private final Map<Location, CompletableFuture<Probe>> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Location, CompletableFuture<Probe>> eldest) {
            return size() > MOST_ASKED;
        }
    };

    AnswerWatch(Watch watch, Asker asker, Duration time) {
        this.watch = watch;
        this.asker = asker;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public boolean isDown() {
        return watch.isDown();
    }

    @Override
    public void expect(Copy copy) {
        if (!isDown() && !watch.knows(copy) && left() > 0) {
            answer(copy);
        }
    }

    @Override
    public @Nullable String hindrance(Copy copy) {
        String known = watch.hindrance(copy);
        if (known != null || watch.knows(copy)) {
            return known;
        }
        CompletableFuture<Probe> answer = left() > 0 ? answer(copy) : asked.get(copy.location());
        Probe probe = answer == null ? null : await(answer);
        return probe == null ? null : Watch.hindrance(probe);
    }

    private @Nullable CompletableFuture<Probe> answer(Copy copy) {
        CompletableFuture<Probe> answer = asked.get(copy.location());
        if (answer == null) {
            answer = asker.ask(copy);
            if (answer != null) {
                asked.put(copy.location(), answer);
            }
        }
        return answer;
    }

    private long left() {
        return deadline - System.nanoTime();
    }

    private @Nullable Probe await(CompletableFuture<Probe> answer) {
        try {
            return answer.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
