package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.CollectionSettings;

/** Collections have names that can stand in addresses, tables that are there, and templates and terms that can be used. */
class CollectionsTest {
    private final Path folder;

    CollectionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The configuration of one collection, with these lines in it. */
    private Written with(String lines) {
        return Written.in(folder, Written.COLLECTION + lines.indent(4));
    }

    private Written table(String table) {
        return Written.in(folder, Written.COLLECTION.replace("t.csv", table));
    }

    @Test
    void theEndOfARolesNameIsEnoughToGuessIt() {
        assertThat(with("columns: { ra: \"{ra}\" }").line())
                .endsWith("columns.ra: is no column of ObsCore or SIA; s_ra?");
    }

    @Test
    void aFewLinesAreEnough() {
        CollectionSettings collection = Written.in(folder, Written.COLLECTION).collection();

        assertThat(collection.title()).isEqualTo("c");
        assertThat(collection.tables())
                .extracting(table -> table.file().getFileName())
                .hasToString("[t.csv]");
        assertThat(collection.datasetId()).isEmpty();
        assertThat(collection.products()).isEmpty();
        assertThat(collection.productTable()).isEmpty();
        assertThat(collection.badRows()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"capabilities", "Availability", "tables", "examples", "query", "a b", ".hidden", "ä", "a/b"})
    void namesThatCannotStandInAddresses(String name) {
        assertThat(Written.in(folder, Written.COLLECTION.replace("  c:", "  \"" + name + "\":"))
                        .line())
                .startsWith("l.yaml:6: collections." + name + ": ");
    }

    @Test
    void namesThatDifferByCaseOnly() {
        assertThat(Written.in(folder, Written.COLLECTION + "  C: { table: t.csv }\n")
                        .line())
                .isEqualTo("l.yaml:8: collections.C: differs from c by case only; choose another name");
    }

    @Test
    void oneCollectionAtLeast() {
        String none = Written.COLLECTION.replaceAll("(?s)collections:.*", "collections: {}\n");
        assertThat(Written.in(folder, none).line()).startsWith("l.yaml:5: collections: names no collection");
    }

    @Test
    void tablesByNameByPatternAndWithTheirFormat() throws IOException {
        Files.createDirectory(folder.resolve("tess"));
        for (String name : new String[] {"b.fits", "a.fits", ".c.fits", "d.txt"}) {
            Files.createFile(folder.resolve("tess").resolve(name));
        }
        CollectionSettings collection = table("[t.csv, tess/*.fits, {file: tess/d.txt, format: \"csv(delimiter=|)\"}]")
                .collection();

        assertThat(collection.tables())
                .extracting(table -> folder.relativize(table.file()).toString() + table.format())
                .containsExactly(
                        "t.csvOptional.empty",
                        "tess/a.fitsOptional.empty",
                        "tess/b.fitsOptional.empty",
                        "tess/d.txtOptional[csv(delimiter=|)]");
        assertThat(table("{ file: t.csv, format: csv }").collection().tables()).hasSize(1);
    }

    @Test
    void tablesThatAreNotThere() throws IOException {
        Files.createDirectory(folder.resolve("tess"));
        assertThat(table("tess/*.fits").line()).contains("l.yaml:7: collections.c.table: 'tess/*.fits' fits no file");
        assertThat(table("tess").line()).contains("'tess' is a folder; name files: tess/*.fits");
        assertThat(table("[]").line()).contains("names no file");
        assertThat(table("[t.csv, \"t.*\"]").line()).contains("collections.c.table[1]: 't.*' means ", "there already");
        assertThat(table("\"https://a.example/t.csv\"").line()).contains("is no file; a table is a file beside");
        assertThat(table("{ format: csv }").line()).contains("collections.c.table.file: is missing");
        assertThat(table("\"a\\0b\"").line()).contains("character");
    }

    @Test
    void productsFromATable() throws IOException {
        Files.createFile(folder.resolve("p.ecsv"));
        assertThat(with("datasets: { products: p.ecsv }").collection().productTable())
                .isPresent();
        assertThat(with("datasets: { products: { file: p.ecsv, format: ecsv } }")
                        .collection()
                        .productTable())
                .isPresent();
        assertThat(with("datasets: { products: q.ecsv }").line()).contains("'q.ecsv' does not exist", "(p.ecsv?)");
        assertThat(with("datasets: { products: \"*.*csv\" }").line()).contains("means 2 files; name one");
        assertThat(with("datasets: { products: [p.ecsv] }").line()).contains("'p.ecsv' is no product");
    }

    @Test
    void productsFromTemplates() throws Exception {
        CollectionSettings collection = with("""
                        datasets:
                          id: "{obs_id}"
                          products:
                            - { path: "{f}", content_type: application/fits, content_length: "{bytes}" }
                            - { path: "{f}.png", semantics: "#preview", content_qualifier: "#image", local_semantics: p }
                        """).collection();

        assertThat(collection.datasetId()).contains(Template.parse("{obs_id}"));
        assertThat(collection.products())
                .extracting(Config.ProductTemplate::semantics)
                .containsExactly("#this", "#preview");
        assertThat(collection.products())
                .extracting(product -> product.path().toString())
                .containsExactly("{f}", "{f}.png");
    }

    @Test
    void productsThatCannotBe() {
        assertThat(product("semantics: \"#prewiew\""))
                .contains("'#prewiew' is no term", "#auxiliary #bias", "(#preview?)");
        assertThat(product("semantics: thumbnail")).contains("write \"#thumbnail\", with its #");
        assertThat(product("semantics: \"http://a.example/x#y\"")).contains("no product that is the dataset itself");
        assertThat(product("content_type: fits")).contains("'fits' is no media type; write type/subtype, or directory");
        assertThat(product("content_length: 1 MB")).contains("'1 MB' is no number of bytes");
        assertThat(product("content_qualifier: image")).contains("'image' is no term");
        assertThat(product("description: \"}\"")).contains("'}' has a '}' that closes nothing at character 1");
        assertThat(with("datasets: { products: [{ semantics: \"#this\" }] }").line())
                .contains("collections.c.datasets.products[0].path: is missing");
    }

    private String product(String setting) {
        return with("datasets: { products: [{ path: \"{f}\", " + setting + " }] }")
                .line();
    }

    @Test
    void columnsHaveNamesOfObsCoreOrSia() {
        assertThat(with("columns: { s_ra: \"{ra}\", em_min: 600 nm, SIA_title: x, calib_level: 2 }")
                        .collection()
                        .columns())
                .hasSize(4)
                .hasEntrySatisfying("em_min", value -> assertThat(value).hasToString("600 nm"));
        assertThat(with("columns: { sia_titel: x }").line()).contains("is no column of ObsCore or SIA; SIA_title?");
        assertThat(with("columns: { wavelength: x }").line()).contains("docs/configuration.md lists them");
        assertThat(with("columns: { s_ra: \"{ra\" }").line()).contains("not closed at character 1");
    }

    @Test
    void badRowsIsAShare() {
        assertThat(with("bad_rows: 0").collection().badRows()).isZero();
        assertThat(with("bad_rows: 2.5e-1").collection().badRows()).isEqualTo(0.25);
        for (String wrong : new String[] {"2", "1%", "-0.1", ".nan", "1.0001"}) {
            assertThat(with("bad_rows: " + wrong).line()).contains("'" + wrong + "' is no share");
        }
    }
}
