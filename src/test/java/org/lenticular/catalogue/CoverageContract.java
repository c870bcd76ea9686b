package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.coverage.MocText;
import org.lenticular.query.Match;

/** What of the sky a load's images cover, whatever engine keeps it, and what those of a query do. */
public abstract class CoverageContract extends CatalogueFixture {
    private static String text(Moc map) {
        return MocText.of(map);
    }

    private static String of(String... regions) {
        CoveredSky sky = new CoveredSky(Catalogue.COVERAGE_ORDER);
        Stream.of(regions).map(CatalogueFixture::region).forEach(sky::add);
        return text(sky.map());
    }

    private void publishSome() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", "CIRCLE 10 10 1"));
            writer.image(image(2, "b", "POLYGON 359 -1 1 -1 1 1 359 1"));
            writer.image(image(3, "nowhere", null));
            writer.image(image(4, "pole", "CIRCLE 0 90 2"));
            writer.image(image(5, "point", "POSITION 200 -30"));
        });
    }

    @Test
    void aLoadKeepsWhatItsImagesCover() throws IOException {
        publishSome();
        try (Catalogue catalogue = store().open()) {
            assertThat(text(catalogue.coverage(STARS)))
                    .isEqualTo(
                            of("CIRCLE 10 10 1", "POLYGON 359 -1 1 -1 1 1 359 1", "CIRCLE 0 90 2", "POSITION 200 -30"));
        }
    }

    @Test
    void theNextLoadCoversWhatItsOwnImagesDo() throws IOException {
        publishSome();
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.coverage(STARS).isEmpty()).isFalse();
            publish(writer -> writer.image(image(1, "c", "CIRCLE 100 10 1")));
            after(Duration.ofSeconds(2));
            assertThat(text(catalogue.coverage(STARS))).isEqualTo(of("CIRCLE 100 10 1"));
            publish(writer -> {});
            after(Duration.ofSeconds(2));
            assertThat(text(catalogue.coverage(STARS))).isEqualTo("9/");
        }
    }

    @Test
    void whatIsLearnedOfCopiesLeavesTheCoverage() throws IOException {
        publishSome();
        try (Catalogue catalogue = store().open()) {
            String before = text(catalogue.coverage(STARS));
            try (HeldWriter writer = store().amend(STARS, catalogue.table(STARS).version())) {
                writer.publish(Set.of("main"));
            }
            after(Duration.ofSeconds(2));
            assertThat(text(catalogue.coverage(STARS))).isEqualTo(before);
        }
    }

    @Test
    void theCoverageOfAQueryIsThatOfItsImages() throws IOException {
        publishSome();
        try (Catalogue catalogue = store().open()) {
            CoveredSky sky = new CoveredSky(Catalogue.COVERAGE_ORDER);
            assertThat(catalogue.cover(STARS, where(Match.OVERLAPS, "CIRCLE 0 0 20"), Long.MAX_VALUE, sky))
                    .isEqualTo(2);
            assertThat(text(sky.map())).isEqualTo(of("CIRCLE 10 10 1", "POLYGON 359 -1 1 -1 1 1 359 1"));
        }
    }

    @Test
    void noMoreImagesAreCoveredThanAreWantedAndThoseWithoutAPlaceCount() throws IOException {
        publishSome();
        try (Catalogue catalogue = store().open()) {
            List<String> paths = found(catalogue, everything());
            assertThat(paths).endsWith("nowhere");
            CoveredSky all = new CoveredSky(Catalogue.COVERAGE_ORDER);
            assertThat(catalogue.cover(STARS, everything(), Long.MAX_VALUE, all))
                    .isEqualTo(5);
            assertThat(text(all.map())).isEqualTo(text(catalogue.coverage(STARS)));
            CoveredSky none = new CoveredSky(Catalogue.COVERAGE_ORDER);
            assertThat(catalogue.cover(STARS, everything(), 0, none)).isZero();
            assertThat(none.map().isEmpty()).isTrue();
            CoveredSky one = new CoveredSky(Catalogue.COVERAGE_ORDER);
            assertThat(catalogue.cover(STARS, everything(), 1, one)).isOne();
            assertThat(one.map().squareDegrees())
                    .isPositive()
                    .isLessThan(catalogue.coverage(STARS).squareDegrees());
        }
    }

    @Test
    void aCoverageThatTakesTooLongIsStopped() throws IOException {
        Random random = new Random(1);
        publish(writer -> {
            for (int i = 0; i < 1_000; i++) {
                writer.image(
                        image(i, "i" + i, "CIRCLE " + random.nextInt(360) + " " + (random.nextInt(160) - 80) + " 1"));
            }
        });
        try (Catalogue catalogue = store().open()) {
            CoveredSky sky = new CoveredSky(Catalogue.COVERAGE_ORDER);
            assertThat(catalogue.cover(STARS, everything(), Long.MAX_VALUE, sky))
                    .isEqualTo(1_000);
            everyLookTakes(Duration.ofSeconds(1));
            assertTransient(
                    () -> catalogue.cover(STARS, everything(), Long.MAX_VALUE, sky),
                    "the query took longer than the 10 s");
        }
    }
}
