package org.lenticular.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.load.Progress;
import org.lenticular.location.Probe;

/** A random sample of each place's copies: as many as wanted, the same by the same seed, and nothing is concluded from it of the rest. */
class SampleTest {
    private static final int PRODUCTS = 400;

    private final Path folder;
    private final SqliteStore store;
    private final TestPlace main = new TestPlace("main");
    private final TestPlace aws = new TestPlace("aws");

    /** The bucket holds the even ones. */
    SampleTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.store = new SqliteStore(folder, Duration.ofMinutes(1), 4);
        load();
    }

    private void load() throws IOException {
        try (CatalogueWriter writer = store.write("stars")) {
            for (int i = 0; i < PRODUCTS; i++) {
                Map<String, Held> held = i % 2 == 0 ? Map.of() : Map.of("aws", Held.NOT);
                Product product = new Product(name(i), "#this", null, null, 10L, null, null, held);
                writer.product("d" + i / 2, i % 2 == 0 ? product : other(product));
                main.has(name(i), 10L);
                aws.has(name(i), 10L);
            }
            writer.publish(List.of(), Set.of("main", "aws"), "");
        }
    }

    private static Product other(Product product) {
        return new Product(product.path(), "#preview", null, null, 10L, null, null, product.held());
    }

    private static String name(int i) {
        return "f" + i + ".fits";
    }

    private static Extent sample(int copies, long seed) {
        return new Extent(false, new Sample(copies, seed), false);
    }

    private interface Look {
        void at(Audit audit) throws IOException, InterruptedException;
    }

    private void audit(Extent extent, Look look) throws IOException, InterruptedException {
        try (Catalogue catalogue = store.open();
                Audit audit = Audit.open(
                        catalogue, "stars", List.of(main.place(), aws.place()), folder.resolve("stars"), extent)) {
            look.at(audit);
        }
    }

    private interface Form {
        Report to(Writer out) throws IOException;
    }

    private String told(Extent extent, Form form) throws IOException, InterruptedException {
        StringWriter out = new StringWriter();
        audit(extent, audit -> {
            audit.run(4, Progress.none());
            try (Report report = form.to(out)) {
                Report.tell(audit, report);
            }
        });
        return out.toString();
    }

    private Summary summary(Extent extent) throws IOException, InterruptedException {
        @Nullable Summary[] told = {null};
        audit(extent, audit -> {
            audit.run(4, Progress.none());
            told[0] = Report.tell(audit, new TableReport(new PrintWriter(Writer.nullWriter())));
        });
        assertThat(told[0]).isNotNull();
        return told[0];
    }

    /** Everything is missing, so what was asked for is told. */
    private List<String> asked(Extent extent) throws IOException, InterruptedException {
        main.always(Probe.notThere("HTTP status 404"));
        aws.always(Probe.notThere("HTTP status 404"));
        return told(extent, CsvReport::new)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[1] + " " + line.split(",")[3])
                .toList();
    }

    @Test
    void ofEachPlaceSoManyCopiesAreAskedForAsAreWanted() throws Exception {
        List<String> asked = asked(sample(30, 7));
        assertThat(asked.stream().filter(each -> each.startsWith("main ")))
                .hasSize(30)
                .doesNotHaveDuplicates();
        assertThat(asked.stream().filter(each -> each.startsWith("aws ")))
                .hasSize(30)
                .doesNotHaveDuplicates();
        assertThat(main.asked()).isEqualTo(30);
        assertThat(aws.asked()).isEqualTo(30);
    }

    @Test
    void aPlaceThatHoldsFewerIsAskedForAllOfThem() throws Exception {
        assertThat(asked(sample(300, 7)).stream().filter(each -> each.startsWith("aws ")))
                .hasSize(PRODUCTS / 2)
                .doesNotHaveDuplicates();
        assertThat(main.asked()).isEqualTo(300);
    }

    @Test
    void theSameSeedDrawsTheSameSampleAlsoOfAnotherLoadAndAnotherSeedAnother() throws Exception {
        List<String> seven = asked(sample(30, 7));
        List<String> eight = asked(sample(30, 8));
        assertThat(eight).isNotEqualTo(seven);
        assertThat(asked(sample(30, 7))).isEqualTo(seven);
        load();
        assertThat(asked(sample(30, 7))).isEqualTo(seven);
        assertThat(asked(sample(60, 7))).as("a larger one of the same seed").containsAll(seven);
    }

    @Test
    void everyCopyIsAsLikelyAsAnyOther() throws Exception {
        int[] drawn = new int[PRODUCTS];
        for (int seed = 0; seed < 200; seed++) {
            Sample sample = new Sample(40, seed);
            IntStream.range(0, PRODUCTS)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> sample.rank("d" + i / 2, Product.at(name(i), Map.of()))))
                    .limit(40)
                    .forEach(i -> drawn[i]++);
        }
        // 20 times each on the average, with a deviation of 4.2: the seeds are given, so this always comes out alike.
        assertThat(drawn).satisfies(times -> assertThat(IntStream.of(times)).allMatch(n -> n >= 5 && n <= 40));
    }

    @Test
    void theReportSaysThatItIsASampleAndHowToRepeatIt() throws Exception {
        assertThat(told(sample(30, 7), out -> new TableReport(new PrintWriter(out))))
                .contains(" products, a sample: at most 30 copies of each source, drawn with --seed 7")
                .contains("  main: 30 fine", "  aws: 30 fine");
        assertThat(told(sample(30, 7), JsonReport::new))
                .contains("\"sample\":{\"copies_of_each_source\":30,\"seed\":7}");
        assertThat(main.asked()).as("asked once, told twice").isEqualTo(30);
        assertThat(told(Extent.all(false), JsonReport::new)).doesNotContain("sample");
    }

    @Test
    void whoGivesNoSeedGoesOnWithTheSampleThatWasBegunUntilAnotherIsWanted() throws Exception {
        summary(sample(30, 7));
        assertThat(summary(new Extent(false, new Sample(30, 1), true)).sample()).contains(new Sample(30, 7));
        assertThat(main.asked()).isEqualTo(30);
        assertThat(summary(new Extent(false, new Sample(31, 1), true)).sample())
                .as("of another size")
                .contains(new Sample(31, 1));
        assertThat(summary(new Extent(true, new Sample(31, 2), true)).sample())
                .as("again")
                .contains(new Sample(31, 2));
        load();
        assertThat(summary(new Extent(false, new Sample(31, 3), true)).sample())
                .as("of another load")
                .contains(new Sample(31, 3));
    }

    @Test
    void itGoesOnWhereItWasStopped() throws Exception {
        Thread auditor = Thread.currentThread();
        main.before(() -> {
            if (main.asked() == 60) {
                auditor.interrupt();
            }
        });
        audit(
                sample(100, 7),
                audit -> assertThatThrownBy(() -> audit.run(2, Progress.none()))
                        .isInstanceOf(InterruptedException.class));
        assertThat(Thread.interrupted()).isFalse();
        long[] before = {0};
        audit(sample(100, 7), audit -> before[0] = audit.products());
        assertThat(before[0]).isBetween(20L, 160L);
        Summary whole = summary(sample(100, 7));
        assertThat(whole.allFine()).isTrue();
        assertThat(whole.sources().values().stream().map(Summary.Counts::all)).containsExactly(100L, 100L);
    }

    @Test
    void whatCouldNotBeSaidIsAskedOnceMoreByTheNextRun() throws Exception {
        aws.always(Probe.unknown("connection refused"));
        assertThat(summary(sample(30, 7)).allFine()).isFalse();
        aws.always(null);
        assertThat(summary(sample(30, 7)).allFine()).isTrue();
        assertThat(main.asked()).isEqualTo(30);
        assertThat(aws.asked()).isEqualTo(60);
    }

    @Test
    void onlyWhatWasAskedForIsWrittenAndASourceIsOfferedOnAlsoWhereAllOfTheSampleIsMissing() throws Exception {
        List<String> missing = asked(sample(30, 7)).stream()
                .filter(each -> each.startsWith("aws "))
                .map(each -> each.substring(4))
                .toList();
        main.always(null);
        audit(new Extent(true, new Sample(30, 7), false), audit -> {
            audit.run(4, Progress.none());
            audit.write(store);
        });
        try (Catalogue catalogue = store.open()) {
            for (int i = 0; i < PRODUCTS; i += 2) {
                Held held =
                        catalogue.product("stars", name(i)).orElseThrow().held().get("aws");
                assertThat(held != null && !held.there()).as(name(i)).isEqualTo(missing.contains(name(i)));
            }
            assertThat(catalogue.table("stars").holders()).contains("main", "aws");
        }
    }

    @Test
    void aSampleThrowsAwayNothingOfAWholeAudit() throws Exception {
        summary(Extent.all(false));
        summary(sample(30, 7));
        assertThat(main.asked()).isEqualTo(PRODUCTS + 30);
        assertThat(summary(Extent.all(false)).products()).isEqualTo(PRODUCTS);
        assertThat(main.asked()).isEqualTo(PRODUCTS + 30);
    }
}
