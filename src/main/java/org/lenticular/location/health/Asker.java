package org.lenticular.location.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.location.Copy;
import org.lenticular.location.Probe;

/**
 * Asks one place, some copies at a time, in threads of its own: a place that is slow keeps nobody waiting who asks another. The threads are there
 * while they have something to do. Thread-safe.
 */
final class Asker implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 256;
    /** How long the end is kept waiting for a place that hangs: as long as one may take to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ThreadPoolExecutor threads;
    private final Map<Location, CompletableFuture<Probe>> running = new ConcurrentHashMap<>();

    /** @param name of the place, for the threads' names */
    Asker(String name) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "lenticular-ask-" + name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** What the place will say of the copy; null where too many wait already. Who asks while another does gets the same. */
    @Nullable
    CompletableFuture<Probe> ask(Copy copy) {
        CompletableFuture<Probe> answer = new CompletableFuture<>();
        CompletableFuture<Probe> other = running.putIfAbsent(copy.location(), answer);
        if (other != null) {
            return other;
        }
        if (run(() -> ask(copy, answer))) {
            return answer;
        }
        running.remove(copy.location());
        answer.cancel(false);
        return null;
    }

    private void ask(Copy copy, CompletableFuture<Probe> answer) {
        Probe said = null;
        try {
            said = copy.place().resolver().orElseThrow().probe(copy.location());
        } finally {
            // Before the answer is told: who hears it and asks anew must not get this one again.
            running.remove(copy.location());
            if (said == null) {
                answer.cancel(false);
            } else {
                answer.complete(said);
            }
        }
    }

    /** Does that in one of the threads; false where too much waits already. */
    boolean run(Runnable task) {
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Waits for the threads to end, which keep the application's class loader alive. */
    void awaitEnd() {
        try {
            threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
