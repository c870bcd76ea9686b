package org.lenticular.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Datasets;
import org.lenticular.load.Progress;
import org.lenticular.location.Place;

/**
 * The products between being asked for and being written down, in the catalogue's order: some threads ask, one writes. Not thread-safe, and of use
 * once.
 */
final class AuditRun {
    /** Products that wait for their turn, for each copy that is asked for at a time: one slow place must not stop the others at once. */
    private static final int AHEAD = 8;

    private final ExecutorService pool;
    private final int most;
    private final List<AskedPlace> places;
    private final Drawn drawn;
    private final Progress progress;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private long done;

    /**
     * @param pool has so many threads as copies are asked for at a time
     * @param drawn which copies are asked for
     */
    AuditRun(ExecutorService pool, int atATime, List<Place> places, Drawn drawn, Progress progress) {
        this.pool = pool;
        this.most = atATime * AHEAD;
        this.places = places.stream().map(AskedPlace::new).toList();
        this.drawn = drawn;
        this.progress = progress;
    }

    /** @param before what was known of it; null for nothing */
    private record Waiting(
            String dataset,
            Product product,
            List<Future<AskedCopy>> copies,
            @Nullable AskedProduct before) {}

    /**
     * Asks for every copy behind those that the file has.
     *
     * @param datasets from the file's last one on
     */
    void ask(Datasets datasets, AuditFile file) throws IOException, InterruptedException {
        long skip = file.ofDataset();
        for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
            for (Product product : dataset.products()) {
                if (drawn.leavesOut(places, dataset.id(), product)) {
                    continue;
                }
                if (skip > 0) {
                    skip--;
                } else {
                    add(new Waiting(dataset.id(), product, asked(dataset.id(), product, null), null), file);
                }
            }
        }
        settleAll(file);
    }

    /**
     * Asks for the copies of which nobody has said anything, and takes over all else.
     *
     * @param datasets all of them
     * @param before what was known of each product, in the same order
     * @param file where it is told anew; interrupted, it takes over all that is left
     */
    void askOpen(Datasets datasets, AuditFile.Reader before, AuditFile file) throws IOException, InterruptedException {
        try {
            for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
                for (Product product : dataset.products()) {
                    if (drawn.leavesOut(places, dataset.id(), product)) {
                        continue;
                    }
                    AskedProduct known = before.next();
                    if (known == null) {
                        throw new IOException("what was learned is of another load; begin again");
                    }
                    add(new Waiting(dataset.id(), product, asked(dataset.id(), product, known), known), file);
                }
            }
            settleAll(file);
        } catch (InterruptedException e) {
            for (Waiting each : waiting) {
                if (each.before() != null) {
                    file.add(each.before());
                }
            }
            for (AskedProduct known = before.next(); known != null; known = before.next()) {
                file.add(known);
            }
            throw e;
        }
    }

    private List<Future<AskedCopy>> asked(String dataset, Product product, @Nullable AskedProduct before) {
        if (before != null && !before.isOpen()) {
            return before.copies().stream()
                    .<Future<AskedCopy>>map(CompletableFuture::completedFuture)
                    .toList();
        }
        List<Future<AskedCopy>> copies = new ArrayList<>(places.size());
        for (AskedPlace place : places) {
            Optional<Location> location = place.locate(product).filter(at -> drawn.has(place.name(), dataset, product));
            Optional<AskedCopy> known = Optional.ofNullable(before).flatMap(each -> each.settled(place.name()));
            location.ifPresent(at -> copies.add(known.<Future<AskedCopy>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> pool.submit(() -> place.ask(product, at)))));
        }
        return copies;
    }

    private void add(Waiting next, AuditFile file) throws IOException, InterruptedException {
        waiting.add(next);
        if (waiting.size() >= most) {
            settle(file);
        }
    }

    private void settleAll(AuditFile file) throws IOException, InterruptedException {
        while (!waiting.isEmpty()) {
            settle(file);
        }
    }

    /** Writes down what was said of the first, once that is known. */
    private void settle(AuditFile file) throws IOException, InterruptedException {
        // One that is known already is given without a look at that.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Waiting first = waiting.element();
        List<AskedCopy> copies = new ArrayList<>(first.copies().size());
        for (Future<AskedCopy> copy : first.copies()) {
            try {
                copies.add(copy.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a copy could not be asked for", e.getCause());
            }
        }
        waiting.remove();
        file.add(new AskedProduct(
                first.dataset(), first.product().path(), first.product().semantics(), copies));
        progress.rows(++done);
    }
}
