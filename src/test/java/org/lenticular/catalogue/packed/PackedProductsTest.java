package org.lenticular.catalogue.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;

/** What goes into a file of products comes out of it, by identifier, by path and in order, however much it is. */
class PackedProductsTest {
    @TempDir
    Path folder = Path.of("");

    private static Product product(String path) {
        return Product.at(path, Map.of());
    }

    private static Dataset dataset(int number) {
        String id = "%06d".formatted(number);
        return new Dataset(id, List.of(product(id + ".fits"), product(id + ".png")));
    }

    private PackedProducts write(List<Dataset> datasets) throws IOException {
        Path file = folder.resolve("some.products");
        long products =
                datasets.stream().mapToLong(each -> each.products().size()).sum();
        try (ProductsWriter writer = ProductsWriter.create(file, datasets.size(), products)) {
            for (int i = 0; i < datasets.size(); i++) {
                writer.add(datasets.get(i), i % 3 - 1);
            }
            writer.finish();
        }
        return PackedProducts.open(file);
    }

    private static List<Dataset> rest(DatasetCursor cursor) {
        List<Dataset> rest = new ArrayList<>();
        while (cursor.hasNext()) {
            rest.add(cursor.next());
        }
        return rest;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1000, 30_000})
    void eachDatasetAndEachProductIsFoundAndNoOther(int count) throws IOException {
        PackedProducts packed =
                write(IntStream.range(0, count).mapToObj(i -> dataset(2 * i)).toList());
        DatasetCursor cursor = packed.cursor();
        for (int i = 0; i < count; i++) {
            Dataset there = dataset(2 * i);
            assertThat(cursor.find(there.id())).isEqualTo(there);
            assertThat(cursor.image()).isEqualTo(i % 3 - 1);
            assertThat(packed.product(there.id() + ".png"))
                    .contains(there.products().get(1));
            String other = dataset(2 * i + 1).id();
            assertThat(cursor.find(other)).isEqualTo(new Dataset(other, List.of()));
            assertThat(cursor.image()).isNegative();
            assertThat(packed.product(other + ".png")).isEmpty();
        }
        assertThat(packed.datasets()).isEqualTo(count);
        assertThat(packed.products()).isEqualTo(2L * count);
    }

    @Test
    void aWalkBeginsAtADatasetOrBehindWhereItWouldBe() throws IOException {
        List<Dataset> all =
                IntStream.range(0, 100).mapToObj(i -> dataset(2 * i)).toList();
        DatasetCursor cursor = write(all).cursor();
        assertThat(rest(cursor)).isEqualTo(all);
        cursor.before(dataset(60).id());
        assertThat(rest(cursor)).isEqualTo(all.subList(30, 100));
        cursor.before(dataset(61).id());
        assertThat(rest(cursor)).isEqualTo(all.subList(31, 100));
        cursor.before("z");
        assertThat(rest(cursor)).isEmpty();
        cursor.before("");
        assertThat(rest(cursor)).isEqualTo(all);
    }

    @Test
    void aDatasetMayBeLong() throws IOException {
        List<Product> many = IntStream.range(0, 5000)
                .mapToObj(i -> product("a folder with a name/" + i))
                .toList();
        Dataset survey = new Dataset("survey", many);
        PackedProducts packed = write(List.of(dataset(1), survey, new Dataset("z".repeat(70_000), List.of())));
        assertThat(packed.cursor().find("survey")).isEqualTo(survey);
        assertThat(packed.product("a folder with a name/4321")).isPresent();
        assertThat(rest(packed.cursor())).hasSize(3);
    }

    @Test
    void allThatIsKnownOfAProductIsKept() throws IOException {
        Product full = new Product(
                "é/<&>.fits",
                "#this",
                "An \"image\", \uD835\uDD10 31",
                "image/fits",
                3_000_000_000L,
                "#image",
                "main",
                Map.of(
                        "there",
                        Held.THERE,
                        "not",
                        Held.NOT,
                        "at",
                        Held.at(""),
                        "all",
                        new Held(true, "k", 0L, "W/\"x\""),
                        "long",
                        new Held(true, null, 7L, null)));
        Product bare = product("b");
        Dataset dataset = new Dataset("d", List.of(full, bare, full));
        assertThat(write(List.of(dataset)).cursor().find("d")).isEqualTo(dataset);
    }

    @Test
    void ofOnePathInSeveralDatasetsTheFirstOnesIsFound() throws IOException {
        Product first = new Product("shared", "#this", "the first", null, null, null, null, Map.of());
        Product again = new Product("shared", "#preview", "the same again", null, null, null, null, Map.of());
        Product second = new Product("shared", "#this", "another's", null, null, null, null, Map.of());
        PackedProducts packed =
                write(List.of(new Dataset("a", List.of(first, again)), new Dataset("b", List.of(second))));
        assertThat(packed.product("shared")).contains(first);
    }

    @Test
    void fewerOrMoreThanWereAnnouncedAreNoFile() throws IOException {
        try (ProductsWriter writer = ProductsWriter.create(folder.resolve("few.products"), 2, 2)) {
            writer.add(new Dataset("a", List.of(product("a"))), -1);
            assertThatThrownBy(writer::finish).isInstanceOf(IOException.class).hasMessageContaining("of 2 products");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            writer.add(new Dataset("b" + i, List.of(product("b" + i))), -1);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("more names came than were announced");
        }
    }

    @Test
    void aFileThatIsNotWholeIsRefused() throws IOException {
        write(List.of(dataset(1)));
        Path file = folder.resolve("some.products");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 40, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PackedProducts.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("some.products");
        }
    }
}
