package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Held;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.Match;
import org.lenticular.query.WantedFormats;
import org.lenticular.sky.Figure;
import org.lenticular.sky.Figures;
import org.lenticular.sky.Judge;
import org.lenticular.sky.SkyOrder;

/** Which images are found in a catalogue, whatever engine keeps it. */
public abstract class CatalogueContract extends CatalogueFixture {

    @Test
    void imagesAtOnePlaceKeepTheOrderInWhichTheyWereAdded() throws IOException {
        List<String> paths =
                IntStream.range(0, 500).mapToObj(i -> "i" + (i * 37 % 500)).toList();
        for (int load = 0; load < 2; load++) {
            publish(writer -> {
                for (String path : paths) {
                    writer.image(image(1, path, "CIRCLE 10 10 1"));
                }
            });
            try (Catalogue catalogue = store().open()) {
                assertThat(found(catalogue, everything())).isEqualTo(paths);
                assertThat(found(catalogue, where(Match.OVERLAPS, "CIRCLE 10 10 0.1")))
                        .isEqualTo(paths);
            }
        }
    }

    @Test
    void imagesComeInTheOrderOfTheSkyWhateverTheOrderTheyWereLoadedIn() throws IOException {
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            images.add(image(i, "i" + i, "CIRCLE " + (i * 77 % 360) + " " + (i * 31 % 160 - 80) + " 0.5"));
        }
        List<String> sky = images.stream()
                .sorted(Comparator.comparingLong(
                        image -> SkyOrder.key(image.footprint().orElseThrow())))
                .map(ImageRecord::path)
                .toList();
        publish(writer -> addAll(writer, images));
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).isEqualTo(sky);
            assertThat(found(catalogue, where(Match.OVERLAPS, "CIRCLE 0 0 180")))
                    .as("and so they do however they are found")
                    .isEqualTo(sky);
        }
    }

    @Test
    void imagesAtOnePlaceStayInTheOrderOfTheirLoad() throws IOException {
        publish(writer -> {
            for (int i = 0; i < 5; i++) {
                writer.image(image(i, "i" + i, "CIRCLE 10 10 1"));
            }
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, where(Match.OVERLAPS, "POSITION 10 10")))
                    .containsExactly("i0", "i1", "i2", "i3", "i4");
        }
    }

    @ParameterizedTest
    @EnumSource(Match.class)
    void eachKindOfMatchFindsItsOwn(Match match) throws IOException {
        publish(writer -> {
            writer.image(image(1, "around", "CIRCLE 50 20 5"));
            writer.image(image(2, "within", "CIRCLE 50.5 20 0.1"));
            writer.image(image(3, "across", "CIRCLE 51 20 0.5"));
            writer.image(image(4, "elsewhere", "CIRCLE 60 20 1"));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, where(match, "CIRCLE 50 20 1")))
                    .containsExactlyInAnyOrder(
                            switch (match) {
                                case COVERS, CENTER -> new String[] {"around"};
                                case ENCLOSED -> new String[] {"within"};
                                case OVERLAPS -> new String[] {"around", "within", "across"};
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CIRCLE 10 10 1", "CIRCLE 10 10 180", "POSITION 10 10"})
    void anImageThatIsAPointIsFoundThereAndOneWithoutAPlaceIsFoundByNoRegion(String region) throws IOException {
        publish(writer -> {
            writer.image(image(1, "point", "POSITION 10 10"));
            writer.image(image(2, "nowhere", null));
        });
        try (Catalogue catalogue = store().open()) {
            for (Match match : List.of(Match.OVERLAPS, Match.ENCLOSED)) {
                assertThat(found(catalogue, where(match, region)))
                        .as("%s", match)
                        .containsExactly("point");
            }
            assertThat(found(catalogue, everything())).containsExactly("point", "nowhere");
        }
    }

    @Test
    void regionsOfEverySizeFindJustTheImagesThatPlainTrigonometryFinds() throws IOException {
        Random random = new Random(4151);
        List<Figures> neighbourhoods =
                Stream.generate(() -> new Figures(random)).limit(20).toList();
        // All but intersections and the like: they may be empty, and what has no place at all is everywhere.
        int all = Figures.KINDS.indexOf("without");
        IntFunction<Figure> figures =
                kinds -> neighbourhoods.get(random.nextInt(20)).draw(Figures.KINDS.get(random.nextInt(kinds)));
        List<Figure> places =
                IntStream.range(0, 300).mapToObj(i -> figures.apply(all)).toList();
        List<ImageRecord> images = IntStream.range(0, 300)
                .mapToObj(i -> new ImageRecord(
                        i,
                        Optional.empty(),
                        "d",
                        Optional.of(Sought.region(places.get(i))),
                        null,
                        "i" + i,
                        Map.of(),
                        List.of()))
                .toList();
        publish(writer -> addAll(writer, images));
        try (Catalogue catalogue = store().open()) {
            for (int i = 0; i < 200; i++) {
                Match match = Match.values()[i % 4];
                // What the middle of a polygon is, is the program's to say.
                Sought sought = new Sought(figures.apply(match == Match.CENTER ? 3 : all), match);
                List<Judge.Verdict> verdicts = places.stream().map(sought::of).toList();
                assertThat(found(catalogue, new ImageQuery(Optional.of(sought.where()), WantedFormats.ALL)).stream()
                                .filter(path ->
                                        verdicts.get(Integer.parseInt(path.substring(1))) != Judge.Verdict.UNDECIDED))
                        .as("%s", sought)
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 300)
                                .filter(image -> verdicts.get(image) == Judge.Verdict.YES)
                                .mapToObj(image -> "i" + image)
                                .toList());
            }
        }
    }

    @Test
    void formatsAreComparedWithoutRegardToCase() throws IOException {
        publish(this::threeDatasets);
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, formats(List.of("IMAGE/fits"), List.of())))
                    .containsExactly("a.fits", "b.fits");
            assertThat(found(catalogue, formats(List.of("image/gif", "image/png"), List.of())))
                    .containsExactly("a.png", "b.png", "c.gif");
            assertThat(found(catalogue, formats(List.of("text/html"), List.of())))
                    .isEmpty();
        }
    }

    @Test
    void ofRankedFormatsEachDatasetGivesItsBest() throws IOException {
        publish(this::threeDatasets);
        try (Catalogue catalogue = store().open()) {
            List<String> ranked = List.of("image/jpeg", "image/PNG", "image/gif");
            assertThat(found(catalogue, formats(List.of(), ranked))).containsExactly("a.jpeg", "b.png", "c.gif");
            assertThat(found(catalogue, formats(List.of("image/fits"), ranked)))
                    .containsExactly("a.fits", "a.jpeg", "b.fits", "b.png", "c.gif");
        }
    }

    private void threeDatasets(CatalogueWriter writer) throws IOException {
        writer.image(image(1, "a", "a.fits", null, "image/fits"));
        writer.image(image(2, "a", "a.jpeg", null, "image/jpeg"));
        writer.image(image(3, "a", "a.png", null, "image/png"));
        writer.image(image(4, "b", "b.fits", null, "image/fits"));
        writer.image(image(5, "b", "b.png", null, "image/png"));
        writer.image(image(6, "c", "c.gif", null, "IMAGE/GIF"));
        writer.image(image(7, "c", "c.bin", null, null));
    }

    @Test
    void anImageKeepsItsCellsAndWhereItsCopiesAre() throws IOException {
        Map<String, Held> held = Map.of("cloud", Held.at("other/\"key\" %20"), "tape", Held.NOT);
        publish(writer -> writer.image(new ImageRecord(
                1, Optional.empty(), "d", Optional.empty(), null, "a b/ü+#%.fits", held, List.of("M 31 <&> 𝔐"))));
        try (Catalogue catalogue = store().open();
                Images images = catalogue.search(STARS, everything())) {
            assertThat(images.next()).isTrue();
            assertThat(images.path()).isEqualTo("a b/ü+#%.fits");
            assertThat(images.held()).isEqualTo(held);
            images.row().advance();
            assertThat(images.row().text()).isEqualTo("M 31 <&> 𝔐");
            assertThat(images.next()).isFalse();
            assertThat(images.next()).as("the end stays the end").isFalse();
        }
    }

    @Test
    void lengthsAndETagsOfAnImagesCopiesAreThoseOfItsProduct() throws IOException {
        Map<String, Held> held =
                Map.of("cloud", new Held(true, null, 2880L, "\"abc\""), "tape", new Held(true, "reel 7", 2880L, null));
        publish(writer -> writer.image(
                new ImageRecord(1, Optional.empty(), "d", Optional.empty(), null, "a.fits", held, List.of("M 31"))));
        try (Catalogue catalogue = store().open();
                Images images = catalogue.search(STARS, everything())) {
            assertThat(images.next()).isTrue();
            assertThat(images.held())
                    .as("searches tell sizes, and do not read tags")
                    .isEqualTo(Map.of("cloud", new Held(true, null, 2880L, null), "tape", held.get("tape")));
            assertThat(catalogue.product(STARS, "a.fits"))
                    .hasValueSatisfying(product -> assertThat(product.held()).isEqualTo(held));
        }
    }

    private static void addAll(CatalogueWriter writer, List<ImageRecord> images) throws IOException {
        for (ImageRecord image : images) {
            assertThat(writer.image(image)).isEmpty();
        }
    }
}
