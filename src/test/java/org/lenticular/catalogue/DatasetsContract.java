package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;

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
                Map.of("cloud", new Held(true, null)));
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
}
