package org.lenticular.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.query.Constraint;
import org.lenticular.query.Constraint.OneOf;
import org.lenticular.query.Constraint.Overlap;
import org.lenticular.query.Extent;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.query.Interval;
import org.lenticular.query.Match;
import org.lenticular.query.Term;
import org.lenticular.query.WantedFormats;
import org.lenticular.sky.Cap;

/**
 * How many queries a second the catalogue answers by each kind of constraint, up to a hundred images of each, against a cone alone: all in one run, in turns.
 */
final class ConstraintBench {
    private static final int ROWS = 100;
    private static final int ROUNDS = 7;

    private ConstraintBench() {}

    public static void main(String[] args) throws Exception {
        int images = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        Path folder = Files.createDirectories(Path.of("target", "bench", Integer.toString(images)));
        CatalogueStore store = new SqliteStore(folder, Duration.ofMinutes(1), 64);
        if (store.inputs("images").isEmpty()) {
            long start = System.nanoTime();
            SeededImages.load(store, "images", images, 1);
            System.out.printf("loaded %d images in %.1f s%n", images, (System.nanoTime() - start) / 1e9);
        }
        Map<String, IntFunction<ImageQuery>> kinds = kinds(images);
        Map<String, double[]> rates = new LinkedHashMap<>();
        try (Catalogue catalogue = store.open()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, IntFunction<ImageQuery>> kind : kinds.entrySet()) {
                    double[] all = rates.computeIfAbsent(kind.getKey(), name -> new double[ROUNDS]);
                    all[round] = rate(catalogue, kind.getValue());
                }
            }
            double cone = median(rates.values().iterator().next());
            for (Map.Entry<String, double[]> each : rates.entrySet()) {
                IntFunction<ImageQuery> kind = kinds.getOrDefault(
                        each.getKey(), kinds.values().iterator().next());
                System.out.printf(
                        Locale.ROOT,
                        "%-46s %9.0f queries/s  %6.2f of a cone's  %5.1f images each%n",
                        each.getKey(),
                        median(each.getValue()),
                        median(each.getValue()) / cone,
                        IntStream.range(0, 200)
                                .map(i -> run(catalogue, kind.apply(i)))
                                .average()
                                .orElse(0));
            }
        }
    }

    private static Map<String, IntFunction<ImageQuery>> kinds(int images) {
        Map<String, IntFunction<ImageQuery>> kinds = new LinkedHashMap<>();
        kinds.put("POS, 0.1 deg", i -> query(cone(i, 0.1)));
        kinds.put("POS, 0.1 deg, and TIME, 1000 days", i -> query(cone(i, 0.1), time(i, 1000)));
        kinds.put("POS, 0.1 deg, and BAND and COLLECTION", i -> query(cone(i, 0.1), band(i), collection(i)));
        kinds.put("POS, 30 deg, and TIME, a night", i -> query(cone(i, 30), time(i, 0.5)));
        kinds.put("TIME, a night", i -> query(List.of(), time(i, 0.5)));
        kinds.put("TIME, a year", i -> query(List.of(), time(i, 365)));
        kinds.put("TIME, before all", i -> query(List.of(), time(-60_000, 1)));
        kinds.put("BAND that none has, between all", i -> query(List.of(), overlap(Extent.BAND, 3.6e-7, 3.7e-7)));
        kinds.put("BAND and COLLECTION", i -> query(List.of(), band(i), collection(i)));
        kinds.put("TIME, a night, BAND and COLLECTION", i -> query(List.of(), time(i, 0.5), band(i), collection(i)));
        kinds.put("TARGET", i -> query(List.of(), target(i, images)));
        kinds.put("ID", i -> query(List.of(), new OneOf(Term.ID, Set.of("IVO://bench/images?" + i))));
        kinds.put("SPATRES that none has, between all", i -> query(List.of(), overlap(Extent.SPATRES, 1.05, 1.06)));
        return kinds;
    }

    private static ImageQuery query(List<Where> anyOf, Constraint... constraints) {
        return new ImageQuery(anyOf, WantedFormats.ALL, List.of(constraints));
    }

    private static List<Where> cone(int i, double radius) {
        Random random = new Random(i);
        double dec = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
        return List.of(new Where(Cap.of(random.nextDouble() * 360, dec, radius), Match.OVERLAPS));
    }

    private static Overlap time(int i, double days) {
        double begin = i < 0 ? 50_000 + i : SeededImages.begin(i);
        return overlap(Extent.TIME, begin, begin + days);
    }

    private static Overlap band(int i) {
        double low = SeededImages.BANDS[i % SeededImages.BANDS.length];
        return overlap(Extent.BAND, low, low * 1.01);
    }

    private static Overlap overlap(Extent extent, double low, double high) {
        return new Overlap(extent, List.of(new Interval(low, high)));
    }

    private static OneOf collection(int i) {
        return new OneOf(Term.COLLECTION, Set.of(SeededImages.COLLECTIONS.get(i % SeededImages.COLLECTIONS.size())));
    }

    private static OneOf target(int i, int images) {
        return new OneOf(Term.TARGET, Set.of(SeededImages.target(new Random(i).nextInt(images / 5))));
    }

    private static int run(Catalogue catalogue, ImageQuery query) {
        int rows = 0;
        try (Images images = catalogue.search("images", query)) {
            while (rows < ROWS && images.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static double rate(Catalogue catalogue, IntFunction<ImageQuery> kind) {
        // The thread's own time: on a machine that others use too, the clock on the wall measures them.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int n = 0;
        long spent = 0;
        while (spent < 400_000_000L) {
            for (int end = n + 20; n < end; n++) {
                run(catalogue, kind.apply(n));
            }
            spent = threads.getCurrentThreadCpuTime() - start;
        }
        return n / (spent / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
