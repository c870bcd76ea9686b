package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.query.Constraint;
import org.lenticular.query.Extent;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.query.Interval;
import org.lenticular.query.Match;
import org.lenticular.query.Term;
import org.lenticular.query.WantedFormats;
import org.lenticular.table.StandardColumns;

/** Which images meet what SIA 2.0 can ask of them, whatever engine keeps them. */
public abstract class ConstraintContract extends CatalogueFixture {
    private static final List<String> ROLES = NastyCatalogue.roles().toList();
    private static final List<StoredColumn> OBSCORE = ROLES.stream()
            .map(role -> new StoredColumn(StandardColumns.of(role).orElseThrow(), role, true))
            .toList();

    /** So many queries of the smaller one: {@code -Dlenticular.test.queries=50000} is thorough. */
    private static final int QUERIES = Integer.getInteger("lenticular.test.queries", 1_000);

    private void publishAll(List<StoredColumn> columns, List<ImageRecord> images) throws IOException {
        try (CatalogueWriter writer = store().write(STARS)) {
            for (ImageRecord image : images) {
                assertThat(writer.image(image)).isEmpty();
            }
            writer.publish(columns, Set.of(), "inputs");
        }
    }

    /** The second is so large that no engine holds what one constraint finds. */
    @ParameterizedTest
    @CsvSource({"1, 1500", "2, 40000"})
    void whatIsFoundIsJustWhatASlowAndPlainTestFinds(long seed, int size) throws IOException {
        NastyCatalogue nasty = new NastyCatalogue(seed, size);
        publishAll(OBSCORE, nasty.images);
        try (Catalogue catalogue = store().open()) {
            List<String> order = found(catalogue, everything());
            int queries = (int) (QUERIES * 1500L / size);
            int some = 0;
            long unsure = 0;
            long all = 0;
            for (int i = 0; i < queries; i++) {
                NastyCatalogue.Asked asked = nasty.ask();
                List<String> expected =
                        order.stream().filter(asked.wanted()::contains).toList();
                assertThat(sure(found(catalogue, asked.query()), asked))
                        .as("%s", asked.query())
                        .isEqualTo(expected);
                assertThat(catalogue.count(STARS, asked.query()))
                        .isBetween(
                                (long) expected.size(),
                                (long) expected.size() + asked.unsure().size());
                unsure += asked.unsure().size();
                all += expected.size();
                if (!expected.isEmpty()) {
                    some++;
                    String last = expected.get(i % expected.size());
                    assertThat(sure(from(catalogue, asked.query(), order.indexOf(last)), asked))
                            .as("from %s on, %s", last, asked.query())
                            .isEqualTo(expected.subList(i % expected.size(), expected.size()));
                }
            }
            assertThat(some).as("queries that find something").isBetween(queries / 4, queries * 9 / 10);
            assertThat(unsure)
                    .as("images of which nobody can tell, of %d that are found", all)
                    .isLessThan(all / 50);
        }
    }

    private static List<String> sure(List<String> found, NastyCatalogue.Asked asked) {
        return found.stream().filter(path -> !asked.unsure().contains(path)).toList();
    }

    private static List<String> from(Catalogue catalogue, ImageQuery query, long from) {
        try (Images images = catalogue.search(STARS, query, from)) {
            return rest(images);
        }
    }

    private static ImageQuery query(Constraint... constraints) {
        return new ImageQuery(List.of(), WantedFormats.ALL, List.of(constraints));
    }

    private static Constraint.OneOf oneOf(Term term, String... words) {
        return new Constraint.OneOf(term, Set.of(words));
    }

    private static Constraint.Overlap overlap(Extent extent, double low, double high) {
        return new Constraint.Overlap(extent, List.of(new Interval(low, high)));
    }

    /** An image on the equator, with one cell for each role. */
    private static ImageRecord image(int number, Map<String, String> cells) {
        List<@Nullable String> row = new ArrayList<>();
        ROLES.forEach(role -> row.add(cells.get(role)));
        return new ImageRecord(
                number,
                Optional.empty(),
                "d" + number,
                Optional.of(region("CIRCLE " + number % 360 + " 0 0.1")),
                "image/fits",
                "i" + number,
                Map.<String, Held>of(),
                row);
    }

    @Test
    void numbersAreTheirPlacesInOneOrderForAllAnswers() throws IOException {
        publishAll(
                OBSCORE,
                IntStream.range(0, 300)
                        .mapToObj(i -> image(i, Map.of("t_min", "" + i, "t_max", "" + i)))
                        .toList());
        try (Catalogue catalogue = store().open();
                Images all = catalogue.search(STARS, everything())) {
            for (long i = 0; all.next(); i++) {
                assertThat(all.number()).isEqualTo(i);
                int time = Integer.parseInt(all.path().substring(1));
                try (Images one = catalogue.search(STARS, query(overlap(Extent.TIME, time, time)))) {
                    assertThat(one.next()).isTrue();
                    assertThat(one.number()).isEqualTo(i);
                    assertThat(one.next()).isFalse();
                }
            }
        }
    }

    @Test
    void anImageInSeveralRegionsComesOnce() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", "CIRCLE 10 10 3"));
            writer.image(image(2, "b", "CIRCLE 50 10 3"));
            writer.image(image(3, "c", "CIRCLE 90 10 3"));
        });
        List<Where> anyOf = Stream.of("CIRCLE 10 10 1", "CIRCLE 11 10 1", "CIRCLE 50 10 1", "CIRCLE 10 10 1")
                .map(text -> new Where(region(text), Match.OVERLAPS))
                .toList();
        try (Catalogue catalogue = store().open()) {
            ImageQuery query = new ImageQuery(anyOf, WantedFormats.ALL, List.of());
            assertThat(found(catalogue, query)).containsExactlyInAnyOrder("a", "b");
            assertThat(catalogue.count(STARS, query)).isEqualTo(2);
        }
    }

    @Test
    void whatIsNullMeetsNothingAndWhatNoColumnTellsIsNull() throws IOException {
        publishAll(OBSCORE, List.of(image(1, Map.of("t_min", "5", "t_max", "NaN")), image(2, Map.of())));
        publish("bare", writer -> writer.image(image(1, "a", null)), "inputs");
        ImageQuery ever = query(overlap(Extent.TIME, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.count(STARS, ever)).isZero();
            assertThat(catalogue.count("bare", ever)).isZero();
            assertThat(catalogue.count("bare", query(oneOf(Term.FACILITY, "")))).isZero();
            assertThat(catalogue.count("bare", query(oneOf(Term.ID, "ivo://STARS/A"))))
                    .isOne();
        }
    }

    @Test
    void levelsAreWholeNumbersHoweverTheyAreWritten() throws IOException {
        publishAll(OBSCORE, List.of(image(1, Map.of("calib_level", "2.0")), image(2, Map.of("calib_level", "2"))));
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.count(STARS, query(oneOf(Term.CALIB, "2")))).isEqualTo(2);
            assertThat(catalogue.table(STARS).statistics().words().get(Term.CALIB))
                    .containsExactly("2");
        }
    }

    @Test
    void anIdentifierThatIsOnlyInARowIsFoundTooEvenWhereImagesShareIt() throws IOException {
        Map<String, String> shared = Map.of("obs_publisher_did", "ivo://Lenticular.invalid/stars?d");
        publishAll(OBSCORE, List.of(image(1, shared), image(2, shared), image(3, Map.of())));
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, query(oneOf(Term.ID, "IVO://lenticular.invalid/STARS?D"))))
                    .containsExactlyInAnyOrder("i1", "i2");
            assertThat(catalogue.datasetsOf(STARS, List.of("ivo://lenticular.invalid/stars?d")))
                    .hasSize(1);
        }
    }

    @Test
    void statisticsTellWhatThereIs() throws IOException {
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i <= Statistics.MOST; i++) {
            images.add(image(
                    i,
                    Map.of(
                            "t_min",
                            "" + (100 + i),
                            "t_max",
                            "" + (200 + i),
                            "em_min",
                            "1e-7",
                            "s_fov",
                            i + ".5",
                            "target_name",
                            "t" + i,
                            "pol_states",
                            i % 2 == 0 ? "/V/Q/" : "/I/",
                            "facility_name",
                            i == 7 ? "B" : "A")));
        }
        publishAll(OBSCORE, images);
        try (Catalogue catalogue = store().open()) {
            Statistics statistics = catalogue.table(STARS).statistics();
            assertThat(statistics.extents())
                    .isEqualTo(Map.of(
                            Extent.TIME, new Interval(100, 200 + Statistics.MOST),
                            Extent.FOV, new Interval(0.5, Statistics.MOST + 0.5)));
            assertThat(statistics.words().get(Term.FACILITY)).containsExactly("A", "B");
            assertThat(statistics.words().get(Term.POL)).containsExactly("I", "Q", "V");
            assertThat(statistics.words().get(Term.INSTRUMENT)).isEmpty();
            assertThat(statistics.words()).as("too many to tell").doesNotContainKey(Term.TARGET);
        }
    }

    @Test
    void whatWasLearnedOfCopiesChangesNoConstraint() throws IOException {
        publishAll(OBSCORE, List.of(image(1, Map.of("t_min", "5", "t_max", "6", "target_name", "M 31"))));
        try (Catalogue catalogue = store().open();
                HeldWriter writer = store().amend(STARS, catalogue.table(STARS).version())) {
            writer.publish(Set.of("main"));
            after(Duration.ofSeconds(2));
            assertThat(catalogue.table(STARS).holders()).containsExactly("main");
            assertThat(catalogue.count(STARS, query(overlap(Extent.TIME, 6, 7), oneOf(Term.TARGET, "M 31"))))
                    .isOne();
            assertThat(catalogue.table(STARS).statistics().extents()).containsKey(Extent.TIME);
        }
    }

    @Test
    void aQueryThatPassesOverImagesIsStoppedInTime() throws IOException {
        publishAll(
                OBSCORE,
                IntStream.range(0, 5_000)
                        .mapToObj(i -> image(i, Map.of("s_fov", i % 2 == 0 ? "1" : "3")))
                        .toList());
        try (Catalogue catalogue = store().open()) {
            ImageQuery none = query(overlap(Extent.FOV, 2, 2));
            assertThat(catalogue.count(STARS, none)).isZero();
            everyLookTakes(Duration.ofSeconds(1));
            assertTransient(() -> catalogue.count(STARS, none), "the query took longer than the 10 s");
        }
    }
}
