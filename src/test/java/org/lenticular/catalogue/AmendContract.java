package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.query.Match;

/** How what was learned of copies comes to be what is served, whatever engine keeps it; and all datasets as a stream. */
public abstract class AmendContract extends CatalogueFixture {
    private static final Learned GONE = new Learned("aws", null, false, null, null);

    private static ImageRecord image(long row, String path, @Nullable String region, Map<String, Held> held) {
        return new ImageRecord(
                row,
                Optional.of("ivo://stars/" + path),
                path,
                Optional.ofNullable(region).map(CatalogueFixture::region),
                row % 2 == 0 ? null : "image/fits",
                path,
                held,
                List.of("the star <" + path + ">"));
    }

    private String version() {
        try (Catalogue catalogue = store().open()) {
            return catalogue.table(STARS).version();
        }
    }

    private void amend(Set<String> holders, Load load) throws IOException {
        try (HeldWriter writer = store().amend(STARS, version())) {
            load.into(writer);
            writer.publish(holders);
        }
    }

    /** What is learned. */
    private interface Load {
        void into(HeldWriter writer) throws IOException;
    }

    private Map<String, Held> productHeld(Catalogue catalogue, String path) {
        return catalogue.product(STARS, path).orElseThrow().held();
    }

    private Map<String, Held> imageHeld(Catalogue catalogue, String path) {
        try (Images images = catalogue.search(STARS, everything())) {
            while (images.next()) {
                if (images.path().equals(path)) {
                    return images.held();
                }
            }
        }
        throw new AssertionError("no image " + path);
    }

    @Test
    void aCopyThatIsMissingIsMissingInLinksAndInSearches() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", "CIRCLE 10 10 1", Map.of()));
            writer.image(image(2, "b", "CIRCLE 20 20 1", Map.of("main", Held.at("elsewhere/b"))));
            writer.image(image(3, "c", null, Map.of()));
        });
        amend(Set.of("main"), writer -> {
            writer.learn("a", "a", "#this", List.of(GONE));
            writer.learn("b", "b", "#this", List.of(GONE));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(productHeld(catalogue, "a")).isEqualTo(Map.of("aws", Held.NOT));
            assertThat(imageHeld(catalogue, "a")).isEqualTo(Map.of("aws", Held.NOT));
            assertThat(productHeld(catalogue, "b"))
                    .isEqualTo(Map.of("aws", Held.NOT, "main", Held.at("elsewhere/b")))
                    .isEqualTo(imageHeld(catalogue, "b"));
            assertThat(productHeld(catalogue, "c")).isEmpty();
            assertThat(imageHeld(catalogue, "c")).isEmpty();
            assertThat(catalogue.table(STARS).holders()).containsExactly("main");
        }
    }

    @Test
    void lengthsAndETagsAreKeptWithTheProduct() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", null, Map.of()));
            writer.image(image(2, "b", null, Map.of("main", new Held(true, "elsewhere/b", 5L, "\"old\""))));
        });
        amend(Set.of("main"), writer -> {
            writer.learn("a", "a", "#this", List.of(new Learned("main", null, true, 7L, "\"x\"")));
            writer.learn("b", "b", "#this", List.of(new Learned("main", "elsewhere/b", true, null, "\"new\"")));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(productHeld(catalogue, "a")).isEqualTo(Map.of("main", new Held(true, null, 7L, "\"x\"")));
            assertThat(productHeld(catalogue, "b"))
                    .isEqualTo(Map.of("main", new Held(true, "elsewhere/b", 5L, "\"new\"")));
            // What searches tell of sizes; nobody asks them for tags.
            assertThat(imageHeld(catalogue, "a")).isEqualTo(Map.of("main", new Held(true, null, 7L, null)));
            assertThat(imageHeld(catalogue, "b")).isEqualTo(Map.of("main", new Held(true, "elsewhere/b", 5L, null)));
        }
    }

    @Test
    void allElseStaysAsItWas() throws IOException {
        publish(writer -> {
            for (int i = 0; i < 100; i++) {
                writer.image(image(i, "i" + i, "CIRCLE " + i + " 20 0.4", Map.of("main", Held.at("at " + i))));
            }
            writer.product("i7", product("preview", "#preview"));
        });
        List<String> before;
        ImageTable table;
        try (Catalogue catalogue = store().open()) {
            before = rows(catalogue);
            table = catalogue.table(STARS);
        }
        amend(table.holders(), writer -> {
            for (int i = 0; i < 100; i += 3) {
                writer.learn("i" + i, "i" + i, "#this", List.of(GONE));
            }
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(rows(catalogue)).isEqualTo(before);
            assertThat(found(catalogue, where(Match.OVERLAPS, "CIRCLE 50 20 0.1")))
                    .containsExactly("i50");
            assertThat(catalogue.table(STARS).columns()).isEqualTo(table.columns());
            assertThat(catalogue.table(STARS).images()).isEqualTo(100);
            assertThat(catalogue.table(STARS).formats()).isEqualTo(table.formats());
            assertThat(catalogue.table(STARS).version()).isNotEqualTo(table.version());
            assertThat(store().inputs(STARS))
                    .as("so that nothing loads it anew")
                    .contains("inputs");
            assertThat(datasets(catalogue, List.of("i7")).get(0).products())
                    .extracting(Product::path)
                    .containsExactly("i7", "preview");
        }
    }

    private static List<String> rows(Catalogue catalogue) {
        List<String> rows = new ArrayList<>();
        try (Images images = catalogue.search(STARS, everything())) {
            while (images.next()) {
                images.row().advance();
                rows.add(images.path() + images.row().text() + images.held().get("main"));
            }
        }
        return rows;
    }

    @Test
    void whatIsHeldOtherwiseThanItWasAskedForIsLeftAlone() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", null, Map.of("aws", Held.at("another/a"))));
            writer.product("a", new Product("a", "#this", null, null, null, null, null, Map.of()));
        });
        amend(Set.of("aws"), writer -> writer.learn("a", "a", "#this", List.of(GONE)));
        try (Catalogue catalogue = store().open()) {
            assertThat(productHeld(catalogue, "a")).isEqualTo(Map.of("aws", Held.NOT));
            assertThat(imageHeld(catalogue, "a"))
                    .as("its row leads to another copy, of which nobody has said anything")
                    .isEqualTo(Map.of("aws", Held.at("another/a")));
        }
    }

    @Test
    void whatIsNoProductIsNotLearned() throws IOException {
        publish(writer -> writer.image(image(1, "a", null, Map.of())));
        amend(Set.of(), writer -> {
            writer.learn("a", "b", "#this", List.of(GONE));
            writer.learn("a", "a", "#preview", List.of(new Learned("aws", null, true, 7L, null)));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(productHeld(catalogue, "a")).isEmpty();
        }
    }

    @Test
    void afterAnotherLoadItIsRefused() throws IOException {
        publish(writer -> writer.image(image(1, "a", null, Map.of())));
        String version = version();
        publish(writer -> writer.image(image(1, "b", null, Map.of())));
        assertThatThrownBy(() -> store().amend(STARS, version))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stars was loaded anew since")
                .hasMessageContaining("audit it again");
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).containsExactly("b");
        }
        publish(writer -> writer.image(image(1, "c", null, Map.of())));
    }

    @Test
    void whileALoadRunsItIsRefused() throws IOException {
        publish(writer -> writer.image(image(1, "a", null, Map.of())));
        String version = version();
        try (CatalogueWriter load = store().write(STARS)) {
            load.image(image(1, "b", null, Map.of()));
            assertThatThrownBy(() -> store().amend(STARS, version))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a load of stars is running");
        }
    }

    @Test
    void closedUnfinishedItLeavesWhatIsServed() throws IOException {
        publish(writer -> writer.image(image(1, "a", null, Map.of())));
        String version = version();
        try (HeldWriter writer = store().amend(STARS, version)) {
            writer.learn("a", "a", "#this", List.of(GONE));
        }
        try (Catalogue catalogue = store().open()) {
            assertThat(catalogue.table(STARS).version()).isEqualTo(version);
            assertThat(productHeld(catalogue, "a")).isEmpty();
        }
        amend(Set.of(), writer -> writer.learn("a", "a", "#this", List.of(GONE)));
        try (Catalogue catalogue = store().open()) {
            assertThat(productHeld(catalogue, "a")).isEqualTo(Map.of("aws", Held.NOT));
        }
    }

    @Test
    void allDatasetsComeInAnOrderThatStaysFromAnyOfThemOn() throws IOException {
        publish(writer -> {
            for (String id : List.of("b", "𝔐31", "a", "é", "B", "a\n2", "")) {
                writer.product(id, product("2 of " + id, "#preview"));
                writer.product(id, product("1 of " + id, "#this"));
            }
        });
        try (Catalogue catalogue = store().open()) {
            List<Dataset> all = from(catalogue, "");
            assertThat(all).extracting(Dataset::id).containsExactlyInAnyOrder("b", "𝔐31", "a", "é", "B", "a\n2", "");
            assertThat(all)
                    .allSatisfy(dataset -> assertThat(dataset.products())
                            .extracting(Product::path)
                            .containsExactly("1 of " + dataset.id(), "2 of " + dataset.id()));
            for (int i = 0; i < all.size(); i++) {
                assertThat(from(catalogue, all.get(i).id())).isEqualTo(all.subList(i, all.size()));
            }
            assertThat(catalogue.products(STARS)).isEqualTo(14);
        }
    }

    private static List<Dataset> from(Catalogue catalogue, String id) {
        List<Dataset> all = new ArrayList<>();
        try (Datasets datasets = catalogue.allDatasets(STARS, id)) {
            for (Dataset each = datasets.next(); each != null; each = datasets.next()) {
                all.add(each);
            }
        }
        return all;
    }
}
