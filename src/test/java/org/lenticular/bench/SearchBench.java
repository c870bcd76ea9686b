package org.lenticular.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.lenticular.archive.Source;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Kinds;
import org.lenticular.location.Place;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.sky.Box;
import org.lenticular.sky.Rect;
import org.sqlite.JDBC;

/** How fast whole SIA answers are made, against finding the candidates' ids and reading nothing: both in one run, in turns. */
final class SearchBench {
    private static final String IDS =
            "SELECT id FROM sky WHERE x0 <= ? AND x1 >= ? AND y0 <= ? AND y1 >= ? AND z0 <= ? AND z1 >= ?";

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        int images = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        CatalogueStore store = new SqliteStore(folder, Duration.ofMinutes(1), 64);
        if (store.inputs("images" + images).isEmpty()) {
            long start = System.nanoTime();
            SeededImages.load(store, "images" + images, images, 1);
            System.out.printf("loaded %d images in %.1f s%n", images, (System.nanoTime() - start) / 1e9);
        }
        try (Catalogue catalogue = store.open();
                Connection connection = JDBC.createConnection(
                        "jdbc:sqlite:file:" + file(folder.resolve("images" + images)) + "?immutable=1&mode=ro",
                        new Properties())) {
            connection.createStatement().execute("PRAGMA mmap_size = 1000000000000");
            SiaProtocol sia = sia(catalogue, "images" + images);
            PreparedStatement ids = connection.prepareStatement(IDS);
            long[] counts = new long[3];
            IntConsumer findIds = i -> counts[0] += findIds(ids, i);
            IntConsumer answer = i -> counts[1] += answer(sia, i);
            for (int round = 0; round < 6; round++) {
                double a = rate(findIds);
                double b = rate(answer);
                System.out.printf("ids alone %7.0f/s   answers %7.0f/s   ratio %.2f%n", a, b, b / a);
            }
        }
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

    private static double[] place(int i) {
        Random random = new Random(i);
        return new double[] {random.nextDouble() * 360, Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1))};
    }

    private static int findIds(PreparedStatement ids, int i) {
        try {
            double[] p = place(i);
            Box b = Box.of(Rect.around(p[0], p[1], 0.2, 0.2));
            int at = 1;
            for (double bound : new double[] {b.maxX(), b.minX(), b.maxY(), b.minY(), b.maxZ(), b.minZ()}) {
                ids.setDouble(at++, bound);
            }
            int found = 0;
            try (ResultSet result = ids.executeQuery()) {
                while (result.next()) {
                    found++;
                }
            }
            return found;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long answer(SiaProtocol sia, int i) {
        double[] p = place(i);
        Parameters parameters = Parameters.of(List.of(Map.entry("POS", p[0] + "," + p[1]), Map.entry("SIZE", "0.2")));
        Answer answer = sia.answer(new Request(parameters, "", "https://bench.example.org", null));
        try (Answer.Body body = answer.body()) {
            body.write(OutputStream.nullOutputStream());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }

    static SiaProtocol sia(Catalogue catalogue, String collection) throws Exception {
        var kinds = Kinds.found();
        Place main = new Place(
                new Source("main-server", "On prem servers", List.of(), false),
                Optional.of(kinds.get("http").open(Map.of("base", "https://archive.example.org/data/"))),
                true);
        Place aws = new Place(
                new Source("aws:us-east1", "AWS", List.of(), false),
                Optional.of(kinds.get("s3")
                        .open(Map.of("region", "us-east-1", "bucket", "bench-images", "access", "open"))),
                true);
        Served served = new Served(collection, collection, new CopyChooser(collection, List.of(main, aws)));
        return new SiaProtocol(catalogue, Map.of(collection, served), 10_000, 1_000_000);
    }

    private static String file(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".sqlite"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .toString();
        }
    }
}
