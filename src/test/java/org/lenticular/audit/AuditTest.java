package org.lenticular.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.lenticular.location.Listed;
import org.lenticular.location.Place;
import org.lenticular.location.Probe;

/** Every place is asked for every copy that it should have, once; what it says is kept, told, and written into the catalogue where that is wanted. */
class AuditTest {
    private final Path folder;
    private final SqliteStore store;
    private final TestPlace main = new TestPlace("main");
    private final TestPlace aws = new TestPlace("aws");

    AuditTest(@TempDir Path folder) {
        this.folder = folder;
        this.store = new SqliteStore(folder, Duration.ofMinutes(1), 4);
    }

    private static Product product(String path, @Nullable Long length, Map<String, Held> held) {
        return new Product(path, "#this", null, null, length, null, null, held);
    }

    private void load(Product... products) throws IOException {
        try (CatalogueWriter writer = store.write("stars")) {
            for (Product product : products) {
                writer.product("d " + product.path(), product);
            }
            writer.publish(List.of(), Set.of("main", "aws"), "");
        }
    }

    /** Files f000.fits and so on, all of them at both places. */
    private void loadMany(int count) throws IOException {
        load(IntStream.range(0, count)
                .mapToObj(i -> product(name(i), 100L + i, Map.of()))
                .toArray(Product[]::new));
        for (int i = 0; i < count; i++) {
            main.has(name(i), 100L + i);
            aws.has(name(i), 100L + i);
        }
    }

    private static String name(int i) {
        return String.format("f%03d.fits", i);
    }

    /** Each finding as a line, and what is counted at the end. */
    private static final class Told implements Report {
        private final List<String> findings = new ArrayList<>();
        private final List<Summary> summaries = new ArrayList<>();

        @Override
        public void finding(String collection, AskedProduct product, AskedCopy copy) {
            findings.add(copy.source() + " " + product.path() + " "
                    + copy.finding().words() + " " + copy.expected() + " " + copy.length() + " " + copy.reason());
        }

        @Override
        public void nowhere(String collection, AskedProduct product) {
            findings.add("nowhere " + product.path());
        }

        @Override
        public void end(Summary summary) {
            summaries.add(summary);
        }

        @Override
        public void close() {}

        Summary summary() {
            return summaries.get(0);
        }

        Summary.Counts counts(String source) {
            return Objects.requireNonNull(summary().sources().get(source), source);
        }
    }

    private interface Look {
        void at(Audit audit) throws IOException, InterruptedException;
    }

    private void audit(boolean again, Look look) throws IOException, InterruptedException {
        List<Place> places = List.of(main.place(), aws.place());
        try (Catalogue catalogue = store.open();
                Audit audit = Audit.open(catalogue, "stars", places, folder.resolve("stars"), Extent.all(again))) {
            look.at(audit);
        }
    }

    private Told audited() throws IOException, InterruptedException {
        Told told = new Told();
        audit(false, audit -> {
            audit.run(4, Progress.none());
            Report.tell(audit, told);
        });
        return told;
    }

    @Test
    void whatIsNotFineIsToldInTheOrderOfTheCatalogue() throws Exception {
        load(
                product("a.fits", 10L, Map.of()),
                product("b.fits", null, Map.of("aws", new Held(true, "other/b.fits", null, null))),
                product("c.fits", 30L, Map.of("main", Held.NOT)),
                product("d.fits", 40L, Map.of()));
        main.has("a.fits", 10L).has("b.fits", 20L).has("d.fits", 41L);
        aws.has("a.fits", 10L).has("other/b.fits", 20L).says("d.fits", Probe.unknown("the clock is wrong"));

        Told told = audited();
        assertThat(told.findings)
                .containsExactly(
                        "aws c.fits missing 30 null HTTP status 404",
                        "main d.fits other size 40 41 ",
                        "aws d.fits cannot say 40 null the clock is wrong");
        assertThat(told.summary().products()).isEqualTo(4);
        assertThat(told.summary().allFine()).isFalse();
        assertThat(told.counts("main").of(Finding.FINE)).isEqualTo(2);
        assertThat(told.counts("main").all()).isEqualTo(3);
        assertThat(told.counts("aws").reasons()).isEqualTo(Map.of("the clock is wrong", 1L));
    }

    @Test
    void whereAllIsFineNothingIsTold() throws Exception {
        loadMany(20);
        Told told = audited();
        assertThat(told.findings).isEmpty();
        assertThat(told.summary().allFine()).isTrue();
    }

    @Test
    void aDirectoryIsAsLargeAsAllThatLiesUnderIt() throws Exception {
        load(product("a/", 11L, Map.of()), product("b/", 11L, Map.of()), product("c/", null, Map.of()));
        main.lists("a/", new Listed("1", 5L, null), new Listed("x/2", 6L, null)).lists("b/", new Listed("1", 5L, null));
        aws.has("a/", 999L).says("b/", Probe.notThere("HTTP status 404")).has("c/", null);
        assertThat(audited().findings)
                .containsExactly(
                        "main b/ other size 11 5 ",
                        "aws b/ cannot say 11 null places of this kind cannot list",
                        "main c/ missing null null nothing lies under it");
    }

    @Test
    void itGoesOnWhereItWasStopped() throws Exception {
        loadMany(200);
        main.says(name(3), Probe.notThere("HTTP status 404")).says(name(180), Probe.notThere("HTTP status 404"));
        Thread auditor = Thread.currentThread();
        main.before(() -> {
            if (main.asked() == 100) {
                auditor.interrupt();
            }
        });
        audit(
                false,
                audit -> assertThatThrownBy(() -> audit.run(2, Progress.none()))
                        .isInstanceOf(InterruptedException.class));
        Told partly = new Told();
        audit(false, audit -> {
            assertThat(audit.products()).isBetween(80L, 101L);
            assertThat(audit.isComplete()).isFalse();
            Report.tell(audit, partly);
        });
        assertThat(partly.findings).containsExactly("main f003.fits missing 103 null HTTP status 404");
        assertThat(partly.summary().complete()).isFalse();
        assertThat(partly.summary().allFine()).isFalse();

        long before = partly.summary().products();
        int asked = main.asked();
        Told whole = audited();
        assertThat(main.asked() - asked)
                .as("what was learned is not asked again")
                .isEqualTo((int) (200 - before));
        assertThat(whole.findings)
                .containsExactly(
                        "main f003.fits missing 103 null HTTP status 404",
                        "main f180.fits missing 280 null HTTP status 404");
        assertThat(whole.summary().products()).isEqualTo(200);
        assertThat(whole.summary().complete()).isTrue();
    }

    @Test
    void aLineThatBrokeOffIsAskedForAgain() throws Exception {
        loadMany(30);
        audited();
        Path file = folder.resolve("stars").resolve("audit");
        String whole = Files.readString(file);
        for (int end : new int[] {whole.length() - 3, whole.length() / 2, whole.indexOf('\n') + 1, 5, 0}) {
            Files.writeString(file, whole.substring(0, end));
            assertThat(audited().summary().allFine()).as("cut at %d", end).isTrue();
            assertThat(file).content().isEqualTo(whole);
        }
    }

    @Test
    void oneThatIsDoneIsNotAskedAgainUnlessItIsWanted() throws Exception {
        loadMany(10);
        audited();
        audited();
        assertThat(main.asked()).isEqualTo(10);
        audit(true, audit -> audit.run(1, Progress.none()));
        assertThat(main.asked()).isEqualTo(20);
    }

    @Test
    void anotherLoadBeginsAnew() throws Exception {
        loadMany(10);
        audited();
        loadMany(12);
        assertThat(audited().summary().products()).isEqualTo(12);
        assertThat(main.asked()).isEqualTo(22);
    }

    @Test
    void twoAtATimeAreRefused() throws Exception {
        loadMany(1);
        audit(
                false,
                audit -> assertThatThrownBy(() -> audit(false, other -> {}))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("another audit"));
    }

    @Test
    void aPlaceThatSaysNothingIsAskedNoMoreAndTheOthersAre() throws Exception {
        loadMany(300);
        aws.always(Probe.unknown("connection refused"));
        Told told = audited();
        Summary.Counts counts = told.counts("aws");
        assertThat(counts.of(Finding.CANNOT_SAY)).isBetween(50L, 53L);
        assertThat(counts.of(Finding.NOT_ASKED)).isEqualTo(300 - counts.of(Finding.CANNOT_SAY));
        assertThat(counts.reasons()).containsOnlyKeys("connection refused");
        assertThat(told.counts("main").of(Finding.FINE)).isEqualTo(300);
    }

    @Test
    void whatCouldNotBeSaidIsAskedOnceMoreByTheNextRunAndNothingElse() throws Exception {
        loadMany(300);
        aws.always(Probe.unknown("connection refused"));
        audited();
        int answered = main.asked();
        int silent = aws.asked();
        aws.always(null);
        Told told = audited();
        assertThat(told.summary().allFine()).isTrue();
        assertThat(told.summary().products()).isEqualTo(300);
        assertThat(main.asked()).isEqualTo(answered);
        assertThat(aws.asked() - silent).isEqualTo(300);
    }

    @Test
    void stoppedThenItKeepsWhatWasSaidBeforeAndWhatIsSaidNow() throws Exception {
        loadMany(100);
        aws.always(Probe.unknown("connection refused"));
        audited();
        int silent = aws.asked();
        aws.always(null);
        Thread auditor = Thread.currentThread();
        aws.before(() -> {
            if (aws.asked() == silent + 60) {
                auditor.interrupt();
            }
        });
        audit(
                false,
                audit -> assertThatThrownBy(() -> audit.run(2, Progress.none()))
                        .isInstanceOf(InterruptedException.class));
        Told partly = new Told();
        audit(false, audit -> Report.tell(audit, partly));
        Summary.Counts counts = partly.counts("aws");
        assertThat(counts.all()).isEqualTo(100);
        assertThat(counts.of(Finding.FINE)).isBetween(40L, 62L);
        assertThat(partly.counts("main").of(Finding.FINE)).isEqualTo(100);

        assertThat(audited().summary().allFine()).isTrue();
        assertThat(main.asked()).isEqualTo(100);
        assertThat(folder.resolve("stars").resolve("audit.next")).doesNotExist();
    }

    @Test
    void notMoreAreAskedForAtATimeThanIsWantedAndNotManyWait() throws Exception {
        loadMany(150);
        Path file = folder.resolve("stars").resolve("audit");
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        main.before(() -> {
            int asked = main.asked();
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            ahead.accumulateAndGet(asked - lines(file) + 1, Math::max);
            now.decrementAndGet();
        });
        audit(false, audit -> audit.run(3, Progress.none()));
        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(ahead).hasValueLessThanOrEqualTo(3 * 8);
        assertThat(main.asked()).isEqualTo(150);
    }

    private static int lines(Path file) {
        try {
            return (int) Files.readString(file).lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void holesBecomeNoCopyThereAndTheNextAuditIsFine() throws Exception {
        load(product("a.fits", 10L, Map.of()), product("b.fits", null, Map.of()), product("c.fits", 5L, Map.of()));
        main.has("a.fits", 10L).has("b.fits", 20L).has("c.fits", 6L);
        audit(false, audit -> {
            audit.run(2, Progress.none());
            audit.write(store);
        });
        try (Catalogue catalogue = store.open()) {
            for (String path : List.of("a.fits", "b.fits", "c.fits")) {
                Map<String, Held> held =
                        catalogue.product("stars", path).orElseThrow().held();
                assertThat(held).containsEntry("aws", Held.NOT);
            }
            assertThat(catalogue.product("stars", "b.fits").orElseThrow().held())
                    .as("a length that was not known is")
                    .containsEntry("main", new Held(true, null, 20L, "\"6\""));
            assertThat(catalogue.table("stars").holders()).containsExactly("main");
        }
        assertThat(folder.resolve("stars").resolve("audit")).doesNotExist();
        assertThat(audited().findings)
                .as("nobody knows which size is right")
                .containsExactly("main c.fits other size 5 6 ");
    }

    @Test
    void aProductThatNobodyHoldsIsToldByEveryAudit() throws Exception {
        load(product("a.fits", 10L, Map.of()), product("lost.fits", 10L, Map.of()));
        main.has("a.fits", 10L);
        aws.has("a.fits", 10L);
        Told first = audited();
        assertThat(first.findings).hasSize(2).allMatch(line -> line.contains("lost.fits missing"));
        assertThat(first.summary().nowhere()).isEqualTo(1);

        audit(false, audit -> audit.write(store));
        Told later = audited();
        assertThat(later.findings).containsExactly("nowhere lost.fits");
        assertThat(later.summary().nowhere()).isEqualTo(1);
        assertThat(later.summary().allFine()).isFalse();
    }

    @Test
    void whereNoPlaceSaysAnythingNothingIsLearned() throws Exception {
        load(product("a.fits", 10L, Map.of()), product("b.fits", 10L, Map.of("aws", Held.NOT)));
        main.always(Probe.unknown("it is down"));
        aws.always(Probe.unknown("it is down"));
        assertThat(audited().summary().learned()).isFalse();
        aws.always(null).has("a.fits", 10L);
        assertThat(audited().summary().learned()).isTrue();
    }

    @Test
    void whatWasLearnedOfAnotherLoadIsNotWritten() throws Exception {
        loadMany(5);
        audit(false, audit -> {
            audit.run(2, Progress.none());
            loadMany(6);
            assertThatThrownBy(() -> audit.write(store))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("loaded anew since");
        });
    }

    @Test
    void whatSomethingElseWroteIntoItsFileIsThrownAway() throws Exception {
        loadMany(5);
        audited();
        Path file = folder.resolve("stars").resolve("audit");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\"end\"\n", ""));
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThat(audited().summary().products()).isEqualTo(5);
        assertThat(file).content().isEqualTo(whole);
    }
}
