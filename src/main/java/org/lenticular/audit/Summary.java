package org.lenticular.audit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many copies of each place were found how. Grows while answers are added; not thread-safe. */
public final class Summary {
    /** So many different reasons are counted of each place; places may put an address into each. */
    private static final int MOST_REASONS = 10;

    private static final String OTHERS = "other reasons";

    private final String collection;
    private final boolean complete;
    private final Optional<Sample> sample;
    private final Map<String, Counts> sources = new LinkedHashMap<>();
    private long products;
    private long nowhere;

    Summary(Audit audit) {
        this.collection = audit.collection();
        this.complete = audit.isComplete();
        this.sample = audit.sample();
        audit.places().stream()
                .filter(place -> place.resolver().isPresent())
                .forEach(place -> sources.put(place.source().name(), new Counts()));
    }

    void add(AskedProduct product) {
        products++;
        if (product.copies().stream().allMatch(copy -> copy.finding() == Finding.MISSING)) {
            nowhere++;
        }
        for (AskedCopy copy : product.copies()) {
            sources.computeIfAbsent(copy.source(), source -> new Counts()).add(copy);
        }
    }

    public String collection() {
        return collection;
    }

    /** Whether every copy (of the sample) was asked for. */
    public boolean complete() {
        return complete;
    }

    /** The sample that the counts are of; empty where they are of every copy. */
    public Optional<Sample> sample() {
        return sample;
    }

    /** Products that were asked for. */
    public long products() {
        return products;
    }

    /** Products of which no place has a copy, by what the catalogue says or by what places said; of those that were asked for. */
    public long nowhere() {
        return sample.isEmpty() ? nowhere : 0;
    }

    /** By source, in the collection's order. */
    public Map<String, Counts> sources() {
        return sources;
    }

    /** Whether every copy (of the sample) was asked for and is fine, and every product has one. */
    public boolean allFine() {
        return complete
                && nowhere() == 0
                && sources.values().stream().allMatch(counts -> counts.of(Finding.FINE) == counts.all());
    }

    /** Whether any place said anything of a copy. */
    public boolean learned() {
        return sources.values().stream()
                .anyMatch(counts -> counts.all() > counts.of(Finding.CANNOT_SAY) + counts.of(Finding.NOT_ASKED));
    }

    /** Whether the place was asked for something and has none of it. */
    boolean holdsNothing(String source) {
        Counts counts = sources.get(source);
        return counts != null && counts.all() > 0 && counts.of(Finding.MISSING) == counts.all();
    }

    /** Of one place. */
    public static final class Counts {
        private final EnumMap<Finding, Long> findings = new EnumMap<>(Finding.class);
        private final Map<String, Long> reasons = new LinkedHashMap<>();

        private void add(AskedCopy copy) {
            findings.merge(copy.finding(), 1L, Long::sum);
            if (copy.finding() == Finding.CANNOT_SAY) {
                String reason = copy.reason();
                boolean known = reasons.containsKey(reason) || reasons.size() < MOST_REASONS;
                reasons.merge(known ? reason : OTHERS, 1L, Long::sum);
            }
        }

        /** How many copies were found so. */
        public long of(Finding finding) {
            return findings.getOrDefault(finding, 0L);
        }

        /** How many copies it should have. */
        public long all() {
            return findings.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Why the place did not say, and how often. */
        public Map<String, Long> reasons() {
            return reasons;
        }
    }
}
