package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.query.Match;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/** How a load comes to be what is served, whatever engine keeps it. */
public abstract class LoadContract extends CatalogueFixture {
    private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1100);

    @Test
    void aCollectionThatWasNeverLoadedIsATransientFault() throws IOException {
        try (Catalogue catalogue = store().open()) {
            assertTransient(
                    () -> catalogue.table(STARS),
                    "the collection stars is not loaded: that goes on, or is still to be done (load), or has failed, and the log says why");
            assertTransient(
                    () -> catalogue.search(STARS, everything()),
                    "the collection stars is not loaded: that goes on, or is still to be done (load), or has failed, and the log says why");
            assertThat(store().inputs(STARS)).isEmpty();
            publish(writer -> writer.image(image(1, "a", null)));
            assertThat(found(catalogue, everything()))
                    .as("and is served as soon as it is")
                    .containsExactly("a");
        }
    }

    @Test
    void aLoadTellsWhatItHolds() throws IOException {
        List<StoredColumn> columns = List.of(
                new StoredColumn(Column.text("name").withUcd("meta.id"), "target_name", true),
                new StoredColumn(Column.scalar("ra", Datatype.DOUBLE).withUnit("deg"), null, false));
        try (CatalogueWriter writer = store().write(STARS)) {
            writer.image(image(1, "a", "a", null, "image/fits"));
            writer.image(image(2, "b", "b", null, "image/jpeg"));
            writer.image(image(3, "c", "c", null, null));
            writer.publish(columns, Set.of("main", "aws:us-east1"), "three files");
        }
        try (Catalogue catalogue = store().open()) {
            ImageTable table = catalogue.table(STARS);
            assertThat(table.columns()).isEqualTo(columns);
            assertThat(table.images()).isEqualTo(3);
            assertThat(table.formats()).containsExactlyInAnyOrder("image/fits", "image/jpeg");
            assertThat(table.holders()).containsExactlyInAnyOrder("main", "aws:us-east1");
            assertThat(store().inputs(STARS)).contains("three files");
        }
    }

    @Test
    void anIdentifierThatCameBeforeIsToldWithItsRowAndNotAddedAgain() throws IOException {
        publish(writer -> {
            assertThat(writer.image(image(7, "a", null))).isEmpty();
            assertThat(writer.image(image(8, "A", null)))
                    .as("identifiers are compared without regard to case")
                    .isEqualTo(OptionalLong.of(7));
            assertThat(writer.image(image(9, "b", null))).isEmpty();
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).containsExactly("a", "b");
        }
    }

    @Test
    void aLoadThatIsClosedUnfinishedLeavesTheOldOneServed() throws IOException {
        publish(writer -> writer.image(image(1, "old", null)));
        try (CatalogueWriter writer = store().write(STARS)) {
            writer.image(image(1, "new", null));
            writer.product("new", product("new", "#this"));
        }
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).containsExactly("old");
            assertThat(store().inputs(STARS)).contains("inputs");
        }
    }

    @Test
    void ofTwoLoadsAtATimeTheSecondIsRefusedAndSaysSo() throws IOException {
        try (CatalogueWriter first = store().write(STARS)) {
            first.image(image(1, "a", null));
            assertThatThrownBy(() -> store().write(STARS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another load of stars is running");
            first.publish(COLUMNS, Set.of(), "first");
        }
        publish(STARS, writer -> writer.image(image(1, "b", null)), "second");
        assertThat(store().inputs(STARS)).contains("second");
    }

    @Test
    void collectionsDoNotKnowOfEachOther() throws IOException {
        try (CatalogueWriter other = store().write("galaxies")) {
            publish(writer -> writer.image(image(1, "a", null)));
            other.publish(COLUMNS, Set.of(), "none");
        }
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.table("galaxies").images()).isZero();
            assertThat(catalogue.table(STARS).images()).isEqualTo(1);
        }
    }

    @Test
    void readersNoticeANewLoadWithinASecondAndRunningStreamsFinishFromTheOld() throws IOException {
        publish(writer -> {
            writer.image(image(1, "old 1", null));
            writer.image(image(2, "old 2", null));
        });
        try (Catalogue catalogue = store().open();
                Images running = catalogue.search(STARS, everything())) {
            ImageTable before = catalogue.table(STARS);
            assertThat(running.next()).isTrue();
            try (CatalogueWriter writer = store().write(STARS)) {
                writer.image(image(1, "new", null));
                writer.publish(List.of(), Set.of(), "new");
            }
            after(MORE_THAN_A_SECOND);
            assertThat(found(catalogue, everything())).containsExactly("new");
            assertThat(catalogue.table(STARS).version()).isNotEqualTo(before.version());
            assertThat(running.table())
                    .as("a stream tells the columns that its own rows have")
                    .isEqualTo(before);
            assertThat(rest(running)).containsExactly("old 2");
        }
    }

    @Test
    void loadsThatFollowOneAnotherFasterThanReadersLookAreServedAllTheSame() throws IOException {
        publish(writer -> writer.image(image(1, "first", null)));
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.table(STARS).images()).isEqualTo(1);
            publish(writer -> writer.image(image(1, "second", null)));
            publish(writer -> writer.image(image(1, "third", null)));
            publish(writer -> writer.image(image(1, "fourth", null)));
            assertThat(found(catalogue, everything())).containsAnyOf("first", "fourth");
            assertThat(found(catalogue, everything())).hasSize(1);
        }
    }

    @Test
    void aQueryThatTakesTooLongIsStoppedAndTheNextOneIsAnswered() throws IOException {
        publish(this::twoThousandOnTheNorthernSky);
        try (Catalogue catalogue = store().open()) {
            for (int i = 0; i < 70; i++) {
                everyLookTakes(Duration.ofSeconds(1));
                assertTransient(
                        () -> found(catalogue, where(Match.COVERS, "CIRCLE 0 20 85")),
                        "the query took longer than the 10 s that are allowed; ask for a smaller piece of sky or fewer rows");
                everyLookTakes(Duration.ZERO);
            }
            assertThat(found(catalogue, where(Match.OVERLAPS, "POSITION 0 20"))).containsExactly("i0");
        }
    }

    @Test
    void aStatementOfTheDatabaseThatTakesTooLongIsCancelledToo() throws IOException {
        publish(this::twoThousandOnTheNorthernSky);
        List<String> many =
                IntStream.range(0, 100_000).mapToObj(i -> "did " + i).toList();
        try (Catalogue catalogue = store().open()) {
            everyLookTakes(Duration.ofSeconds(1));
            assertTransient(() -> catalogue.datasetsOf(STARS, many), "the query took longer than the 10 s");
            everyLookTakes(Duration.ZERO);
            assertThat(catalogue.datasetsOf(STARS, many)).isEmpty();
        }
    }

    @Test
    void aStreamIsStoppedToo() throws IOException {
        publish(this::twoThousandOnTheNorthernSky);
        try (Catalogue catalogue = store().open();
                Images images = catalogue.search(STARS, everything())) {
            assertThat(images.next()).isTrue();
            everyLookTakes(Duration.ofSeconds(1));
            assertTransient(() -> rest(images), "the query took longer");
        }
    }

    @Test
    void theTimeThatAClientTakesToReadIsNotTheQuerys() throws IOException {
        publish(writer -> {
            for (int i = 0; i < 50; i++) {
                writer.image(image(i, "i" + i, null));
                writer.product("d" + i, product("p" + i, "#this"));
            }
        });
        try (Catalogue catalogue = store().open();
                Images images = catalogue.search(STARS, everything());
                Datasets datasets = catalogue.datasets(STARS, List.of("d1", "d2", "d3"))) {
            for (int i = 0; i < 50; i++) {
                assertThat(images.next()).isTrue();
                after(QUERY_TIME);
            }
            assertThat(images.next()).isFalse();
            for (int i = 0; i < 3; i++) {
                assertThat(datasets.next()).isNotNull();
                after(QUERY_TIME);
            }
            assertThat(datasets.next()).isNull();
        }
    }

    private void twoThousandOnTheNorthernSky(CatalogueWriter writer) throws IOException {
        for (int i = 0; i < 2000; i++) {
            writer.image(image(i, "i" + i, "CIRCLE " + i * 0.18 + " 20 0.05"));
        }
    }
}
