package org.lenticular.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.lenticular.catalogue.packed.BoxSearch;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.cli.ServingBench;
import org.lenticular.protocol.Protocol;
import org.lenticular.sky.Box;
import org.lenticular.sky.Rect;

/**
 * How fast whole SIA answers are made, against finding the candidates' ids and reading nothing, by SQLite's R*Tree and by our own tree: all in one run,
 * in turns.
 */
final class SearchBench {
    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        int images = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        try (SeededService service = SeededService.of(images, 1_000_000)) {
            String only = args.length > 1 ? args[1] : "";
            if (only.isEmpty()) {
                PackedImages packed = PackedImages.open(file(service.folder().resolve("images")));
                try (RTree rtree = RTree.of(packed, service.folder().resolve("rtree.sqlite"))) {
                    compareWithIds(packed, rtree, service.sia());
                }
            }
            ServingBench.run(
                    service.endpoints(),
                    CASES.stream().filter(each -> each.name().contains(only)).toList());
        }
    }

    private static void compareWithIds(PackedImages packed, RTree rtree, Protocol sia) {
        long[] counts = new long[3];
        IntConsumer rtreeIds = i -> counts[0] += rtree.find(box(i));
        IntConsumer ownIds = i -> counts[1] += findOwn(packed, i);
        IntConsumer answer = i -> counts[2] += SeededService.write(sia, cone(i));
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 9; round++) {
            double a = rate(rtreeIds);
            double b = rate(ownIds);
            double c = rate(answer);
            ratios.add(c / a);
            System.out.printf(
                    Locale.ROOT,
                    "ids alone: SQLite's R*Tree %7.0f/s, ours %7.0f/s   SIA answers %7.0f/s   ratio to the R*Tree %.2f, to ours %.2f%n",
                    a,
                    b,
                    c,
                    c / a,
                    c / b);
        }
        if (counts[0] != counts[1]) {
            System.out.printf("found by the R*Tree: %d, by our tree: %d%n", counts[0], counts[1]);
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%nmedian ratio to finding the ids alone by SQLite's R*Tree: %.2f (target 0.35)%n",
                ratios.get(4));
    }

    private static double rate(IntConsumer work) {
        // The thread's own time: on a machine that others use too, the clock on the wall measures them.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            work.accept(i);
        }
        return n / ((threads.getCurrentThreadCpuTime() - start) / 1e9);
    }

    static double[] place(int i) {
        Random random = new Random(i);
        return new double[] {random.nextDouble() * 360, Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1))};
    }

    private static Box box(int i) {
        double[] p = place(i);
        return Box.of(Rect.around(p[0], p[1], 0.2, 0.2));
    }

    private static int findOwn(PackedImages images, int i) {
        BoxSearch search = images.search(box(i), () -> false);
        int found = 0;
        while (search.next() >= 0) {
            found++;
        }
        return found;
    }

    private static final List<ServingBench.Case> CASES = List.of(
            new ServingBench.Case("SIA, 0.1 deg", 4_000, SearchBench::cone, 0.5),
            new ServingBench.Case("links of 1 ID", 10_000, i -> "/vo/datalink/images?ID=image" + i % 500_000, 0.7),
            new ServingBench.Case("links of 100 IDs by POST", 1_500, SearchBench::hundred, 0),
            new ServingBench.Case("/data, unsigned", 10_000, i -> data(i) + "?source=aws:us-east1", 0.6),
            new ServingBench.Case("/data, signed", 6_000, i -> data(i) + "?source=signed", 0.25));

    static String cone(int i) {
        double[] p = place(i);
        return "/vo/sia?POS=" + p[0] + "," + p[1] + "&SIZE=0.2";
    }

    private static String hundred(int i) {
        StringBuilder post = new StringBuilder("/vo/datalink/images ");
        Random random = new Random(i);
        for (int k = 0; k < 100; k++) {
            post.append(k == 0 ? "ID=image" : "&ID=image").append(random.nextInt(100_000));
        }
        return post.toString();
    }

    private static String data(int i) {
        return "/data/images/images/" + i % 1000 + "/image" + i + ".fits";
    }

    private static Path file(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".images"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
