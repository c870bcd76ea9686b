package org.lenticular.audit;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Datasets;
import org.lenticular.location.Place;

/** Which copies an audit asks for: every one, or a sample of each place's. */
final class Drawn {
    /** Every one. */
    static final Drawn ALL = new Drawn(null, Map.of(), 0);

    private final @Nullable Sample sample;
    /** By place, the rank of the last that is asked for. */
    private final Map<String, Long> last;

    private final long products;

    private Drawn(@Nullable Sample sample, Map<String, Long> last, long products) {
        this.sample = sample;
        this.last = last;
        this.products = products;
    }

    /**
     * Draws a sample: keeps the lowest ranks of each place while all products go by, and nothing else of them.
     *
     * @param datasets all of them
     * @throws InterruptedException where the thread is interrupted
     */
    static Drawn of(Sample sample, Datasets datasets, List<Place> places) throws InterruptedException {
        Map<String, PriorityQueue<Long>> lowest = new HashMap<>();
        for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (Product product : dataset.products()) {
                long rank = sample.rank(dataset.id(), product);
                places.stream()
                        .filter(place -> place.locate(product).isPresent())
                        .map(place -> lowest.computeIfAbsent(
                                place.source().name(), name -> new PriorityQueue<>(Collections.reverseOrder())))
                        .forEach(ranks -> keep(ranks, rank, sample.copies()));
            }
        }
        Map<String, Long> last = new HashMap<>();
        Set<Long> all = new HashSet<>();
        lowest.forEach((source, ranks) -> {
            last.put(source, ranks.element());
            all.addAll(ranks);
        });
        return new Drawn(sample, last, all.size());
    }

    private static void keep(PriorityQueue<Long> lowest, long rank, int most) {
        if (lowest.size() < most) {
            lowest.add(rank);
        } else if (rank < lowest.element()) {
            lowest.remove();
            lowest.add(rank);
        }
    }

    /** Of how many products a copy is asked for, where not of all. */
    long products() {
        return products;
    }

    /** Whether this place is asked for its copy of the product, where it holds one. */
    boolean has(String source, String dataset, Product product) {
        return sample == null
                || last.containsKey(source)
                        && sample.rank(dataset, product) <= Objects.requireNonNull(last.get(source));
    }

    /** Whether no place is asked for the product, which is then not of the audit. */
    boolean leavesOut(List<AskedPlace> places, String dataset, Product product) {
        return sample != null
                && places.stream()
                        .noneMatch(place -> has(place.name(), dataset, product)
                                && place.locate(product).isPresent());
    }
}
