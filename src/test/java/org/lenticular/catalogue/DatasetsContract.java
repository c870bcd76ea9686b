package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.CatalogueWriter.Settled;

/** Which datasets and products are found in a catalogue, whatever engine keeps it. */
public abstract class DatasetsContract extends CatalogueFixture {

    @Test
    void datasetsComeInTheOrderAskedAndUnknownOnesHaveNoProducts() throws IOException {
        publish(writer -> {
            writer.product("one", product("1.fits", "#this"));
            writer.product("two", product("2.fits", "#this"));
        });
        try (Catalogue catalogue = store().open()) {
            List<Dataset> datasets = datasets(catalogue, List.of("two", "none", "", "one", "ONE"));
            assertThat(datasets).extracting(Dataset::id).containsExactly("two", "none", "", "one", "ONE");
            assertThat(datasets)
                    .extracting(dataset -> dataset.products().size())
                    .containsExactly(1, 0, 0, 1, 0);
            assertThat(datasets(catalogue, List.of())).isEmpty();
        }
    }

    @Test
    void anImageLeadsToItsDatasetByItsIdentifierWithoutRegardToCase() throws IOException {
        publish(writer -> {
            writer.image(identified(1, "ivo://Stars/it's 1?a&b", "one"));
            writer.image(identified(2, "ivo://Stars/2", "one"));
            writer.image(image(3, "without an identifier", null));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.datasetsOf(
                            STARS, List.of("IVO://stars/IT'S 1?a&b", "ivo://Stars/2", "ivo://none", "")))
                    .isEqualTo(Map.of("IVO://stars/IT'S 1?a&b", "one", "ivo://Stars/2", "one"));
            assertThat(catalogue.datasetsOf(STARS, List.of())).isEmpty();
        }
    }

    private static ImageRecord identified(long row, String did, String dataset) {
        return new ImageRecord(
                row, Optional.of(did), dataset, Optional.empty(), null, did, Map.of(), List.of("a cell"));
    }

    @Test
    void aDatasetsImageIsTheOneWhoseFileIsItselfElseItsFirst() throws IOException {
        publish(writer -> {
            writer.image(image(1, "d", "preview.jpg", "POLYGON 10 10 11 10 11 11", "image/jpeg"));
            writer.image(image(2, "d", "data.fits", "CIRCLE 50 50 1", "image/fits"));
            writer.product("d", product("data.fits", "#this"));
            writer.image(image(3, "e", "e.fits", null, "image/fits"));
            writer.product("e", product("e/", "#this"));
            writer.product("none", product("none.fits", "#this"));
        });
        try (Catalogue catalogue = store().open();
                Datasets datasets = catalogue.datasets(STARS, List.of("d", "unknown", "none", "e"))) {
            assertThat(datasets.image()).as("before the first").isEmpty();
            datasets.next();
            assertThat(datasets.image()).hasValueSatisfying(image -> {
                assertThat(image.cells()).containsExactly("the star data.fits");
                assertThat(image.role("target_name")).isEqualTo("the star data.fits");
                assertThat(image.named("NAME")).isEqualTo("the star data.fits");
                assertThat(image.named("nothing")).isNull();
                assertThat(image.footprint()).contains(region("CIRCLE 50 50 1"));
            });
            datasets.next();
            assertThat(datasets.image()).as("of a dataset that is not known").isEmpty();
            datasets.next();
            assertThat(datasets.image()).as("of a product of no image").isEmpty();
            datasets.next();
            assertThat(datasets.image()).hasValueSatisfying(image -> {
                assertThat(image.cells()).containsExactly("the star e.fits");
                assertThat(image.footprint()).isEmpty();
            });
            assertThat(datasets.next()).as("the stream goes on").isNull();
        }
    }

    @Test
    void identifiersMayHoldAnything() throws IOException {
        List<String> ids = List.of(
                "it's",
                "say \"so\"",
                "<ID>&amp;</ID>",
                "100%25",
                "a+b c",
                "𝔐31 é",
                "two\r\nlines",
                "\\u0041",
                "[1]",
                "1");
        publish(writer -> {
            for (String id : ids) {
                writer.product(id, product("file of " + id, "#this"));
            }
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(datasets(catalogue, ids))
                    .containsExactlyElementsOf(ids.stream()
                            .map(id -> new Dataset(id, List.of(product("file of " + id, "#this"))))
                            .toList());
            assertThat(catalogue.product(STARS, "file of two\r\nlines")).isPresent();
        }
    }

    @Test
    void thousandsOfIdentifiersAreOneQuestion() throws IOException {
        List<String> ids = IntStream.range(0, 5000).mapToObj(i -> "id:" + i).toList();
        publish(writer -> {
            for (int i = 0; i < 5000; i += 2) {
                writer.product("id:" + i, product(i + ".fits", "#this"));
            }
        });
        try (Catalogue catalogue = store().open()) {
            List<Dataset> datasets = datasets(catalogue, ids);
            assertThat(datasets).extracting(Dataset::id).isEqualTo(ids);
            assertThat(datasets.stream().filter(dataset -> dataset.products().isEmpty()))
                    .hasSize(2500);
        }
    }

    @Test
    void theDatasetItselfComesFirstAndTheOthersAsTheyWereAdded() throws IOException {
        publish(writer -> {
            writer.product("d", product("z.png", "#preview"));
            writer.product("d", product("b.fits", "#this"));
            writer.product("d", product("a.png", "#thumbnail"));
            writer.product("d", product("a.fits", "#this"));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(datasets(catalogue, List.of("d")).get(0).products())
                    .extracting(Product::path)
                    .containsExactly("b.fits", "a.fits", "z.png", "a.png");
        }
    }

    @Test
    void aProductKeepsAllThatIsKnownOfIt() throws IOException {
        Product full = new Product(
                "a.fits",
                "#this",
                "An image",
                "image/fits",
                3_000_000_000L,
                "#image",
                "cntr",
                Map.of(
                        "cloud",
                        Held.THERE,
                        "tape",
                        Held.NOT,
                        "aws",
                        new Held(true, "k/a", 3_000_000_001L, "\"abc-2\""),
                        "gc",
                        new Held(true, null, null, "W/\"x\"")));
        Product bare = product("b.fits", "#preview");
        publish(writer -> {
            writer.product("d", full);
            writer.product("d", bare);
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(datasets(catalogue, List.of("d")).get(0).products()).containsExactly(full, bare);
            assertThat(catalogue.product(STARS, "a.fits")).contains(full);
            assertThat(catalogue.product(STARS, "A.fits")).isEmpty();
            assertThat(catalogue.product(STARS, "")).isEmpty();
        }
    }

    @Test
    void aProductThatCameBeforeIsRefused() throws IOException {
        publish(writer -> {
            assertThat(writer.product("d", product("a", "#this"))).isTrue();
            assertThat(writer.product("d", product("a", "#this"))).isFalse();
            assertThat(writer.product("d", product("a", "#preview"))).isTrue();
            assertThat(writer.product("e", product("a", "#this"))).isTrue();
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(datasets(catalogue, List.of("d", "e")))
                    .extracting(dataset -> dataset.products().size())
                    .containsExactly(2, 1);
        }
    }

    @Test
    void anImageWhoseFileIsNoProductBecomesOneBehindThoseThatAreThere() throws IOException {
        Map<String, Held> held = Map.of("cloud", Held.at("k/c"), "main", Held.NOT);
        publish(writer -> {
            writer.image(image(1, "d", "a.fits", null, "image/fits"));
            writer.image(image(2, "d", "b.png", null, "image/png"));
            writer.image(new ImageRecord(
                    3, Optional.empty(), "d", Optional.empty(), "image/jpeg", "c.jpg", held, List.of("c")));
            writer.image(new ImageRecord(
                    4, Optional.empty(), "d", Optional.empty(), "image/jpeg", "c.jpg", held, List.of("c again")));
            writer.image(image(5, "e", "e.fits", null, null));
            writer.product("d", product("b.png", "#preview"));
            writer.product("d", product("a.fits", "#this"));
            assertThat(writer.settle()).isEqualTo(new Settled(2, Set.of()));
            assertThat(writer.settle()).as("again").isEqualTo(new Settled(0, Set.of()));
        });
        try (Catalogue catalogue = store().open()) {
            List<Dataset> datasets = datasets(catalogue, List.of("d", "e"));
            assertThat(datasets.get(0).products())
                    .containsExactly(
                            product("a.fits", "#this"),
                            new Product("c.jpg", "#this", null, "image/jpeg", null, null, null, held),
                            product("b.png", "#preview"));
            assertThat(datasets.get(1).products()).containsExactly(product("e.fits", "#this"));
            assertThat(catalogue.product(STARS, "c.jpg")).isPresent();
        }
    }

    @Test
    void aDatasetWithoutItselfIsTakenOutUnlessAnImageIsIt() throws IOException {
        publish(writer -> {
            writer.product("whole", product("w.fits", "#this"));
            writer.product("headless", product("h.png", "#preview"));
            writer.product("seen", product("s.png", "#preview"));
            writer.product("previewed", product("p.png", "#preview"));
            writer.image(image(1, "seen", "s.fits", null, "image/fits"));
            writer.image(image(2, "previewed", "p.png", null, "image/png"));
            assertThat(writer.settle()).isEqualTo(new Settled(1, Set.of("headless", "previewed")));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(datasets(catalogue, List.of("whole", "headless", "seen", "previewed")))
                    .extracting(dataset ->
                            dataset.products().stream().map(Product::path).toList())
                    .containsExactly(List.of("w.fits"), List.of(), List.of("s.fits", "s.png"), List.of());
        }
    }

    @Test
    void publishingSettlesWhatIsNotSettled() throws IOException {
        publish(writer -> {
            writer.settle();
            writer.image(image(1, "d", "a.fits", null, "image/fits"));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(datasets(catalogue, List.of("d")).get(0).products())
                    .containsExactly(new Product("a.fits", "#this", null, "image/fits", null, null, null, Map.of()));
        }
    }
}
