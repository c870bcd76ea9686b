package org.lenticular.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.WantedFormats;

/**
 * What the coverage of a collection costs its load, in processor time: the load of seeded images, in which it is worked out, and then the same footprints
 * once more, without anything else. The seeded ones lie one over the other; a tenth of a hundred of them hardly does.
 */
final class CoverageBench {
    private CoverageBench() {}

    public static void main(String[] args) throws Exception {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        Path folder = Files.createDirectories(Path.of("target", "bench", "coverage"));
        CatalogueStore store = new SqliteStore(folder, Duration.ofMinutes(10), 4);
        // Twice, since the first ones pay for the machine's warming up.
        for (int images : List.of(most / 100, most / 10, most / 100, most / 10, most)) {
            double load = seconds(() -> {
                SeededImages.load(store, "images", images, 1);
                return images;
            });
            try (Catalogue catalogue = store.open()) {
                CoveredSky sky = new CoveredSky(Catalogue.COVERAGE_ORDER);
                ImageQuery everything = new ImageQuery(Optional.empty(), WantedFormats.ALL);
                double cover = seconds(() -> catalogue.cover("images", everything, Long.MAX_VALUE, sky));
                Moc map = sky.map();
                System.out.printf(
                        "%d images: load %.2f s, of it coverage %.2f s (%.1f µs an image), %.1f %% more than without;"
                                + " %d cells, %.0f square degrees%n",
                        images,
                        load,
                        cover,
                        1e6 * cover / images,
                        100 * cover / (load - cover),
                        map.size(),
                        map.squareDegrees());
            }
        }
    }

    private static double seconds(Callable<? extends Number> work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.call();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
