package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source holds is a word, some patterns, a table or an inventory; and just one of them. */
class HoldsTest {
    private final Path folder;

    HoldsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void files() throws IOException {
        Files.createFile(folder.resolve("mirror.csv"));
        Files.createFile(folder.resolve("more.csv"));
        Files.createDirectory(folder.resolve("report"));
        Files.createFile(folder.resolve("report").resolve("manifest.json"));
    }

    /** The configuration in which the source aws, a bucket, has these settings. */
    private Written aws(String settings) {
        return Written.in(
                folder, Written.COLLECTION + "    sources:\n      web: {}\n      aws: { " + settings + " }\n");
    }

    private Holds holds(String holds) {
        return aws("holds: " + holds).collection().holdings().values().stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .holds();
    }

    @Test
    void aRuleByWordOrPattern() {
        assertThat(holds("all")).isEqualTo(Holds.ALL);
        assertThat(holds("none")).isEqualTo(Holds.NONE);
        assertThat(holds("{ matching: \"chandra/**\" }").rule()).hasToString("[chandra/**]");
        assertThat(holds("{ matching: [\"a/*\", \"b/*.fits\"] }").rule()).hasToString("[a/*, b/*.fits]");
        assertThat(holds("{ matching: \"**\" }")).isEqualTo(Holds.ALL);
    }

    @Test
    void aTableWithItsColumns() {
        assertThat(holds("{ table: mirror.csv, path: \"{file}\", at: \"{key}\", length: \"{size}\", etag: \"{md5}\" }"))
                .isInstanceOfSatisfying(Holds.Table.class, table -> {
                    assertThat(table.tables())
                            .extracting(Config.TableSettings::file)
                            .containsExactly(folder.resolve("mirror.csv"));
                    assertThat(table.path()).hasToString("Optional[{file}]");
                    assertThat(table.at()).hasToString("Optional[{key}]");
                    assertThat(table.length()).hasToString("Optional[{size}]");
                    assertThat(table.etag()).hasToString("Optional[{md5}]");
                    assertThat(table.rule().match("any")).isFalse();
                });
        assertThat(holds("{ table: [mirror.csv, { file: more.csv, format: ascii }] }"))
                .isInstanceOfSatisfying(Holds.Table.class, table -> {
                    assertThat(table.tables()).hasSize(2);
                    assertThat(table.path()).isEmpty();
                });
    }

    @Test
    void anInventoryByItsManifest() {
        assertThat(holds("{ inventory: report/manifest.json }"))
                .isEqualTo(new Holds.Inventory(folder.resolve("report/manifest.json")));
    }

    @Test
    void aPathBesideItSaysWhatTheFilesAreCalledThere() {
        for (String holds : new String[] {
            "{ matching: \"a/**\" }", "{ table: mirror.csv }", "{ inventory: report/manifest.json }", "listed"
        }) {
            assertThat(aws("holds: " + holds + ", path: \"{key}\"").lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "al | holds: 'al' is no rule; known: all, none, listed (all?), {matching: …}, {table: …}, {inventory: …}",
                "\"chandra/**\" | holds: 'chandra/**' is no rule; a pattern of paths is written {matching: \"chandra/**\"}",
                "mirror.csv | holds: 'mirror.csv' is no rule; a table is written {table: \"mirror.csv\"}",
                "report/manifest.json | holds: 'report/manifest.json' is no rule; an inventory is written {inventory: \"report/manifest.json\"}",
                "[all] | holds: is a list; write all, none or listed, or what tells it: {matching: \"folder/**\"}, {table: FILE} or {inventory:"
                        + " manifest.json}",
                "{} | holds: says nothing; write all,",
                "{ path: \"{x}\" } | holds: says nothing; write all,",
                "{ tabel: mirror.csv } | holds.tabel: is no key that is known here; known: matching, table, path, at, length, etag, inventory (table?)",
                "{ table: mirror.csv, matching: a } | holds: says it twice, by matching and table; write all,",
                "{ matching: a, etag: \"{x}\" } | holds.etag: '{x}' is set, but matching has no columns; take it out; it goes with a table",
                "{ matching: [] } | holds.matching: has no pattern; write one such as \"folder/**\", or holds: none",
                "{ matching: \"a[b\" } | holds.matching: 'a[b' has a '[' that is not closed at character 2; * ? [a-z] and ** stand for others,",
                "{ matching: [a, \"{path}\"] } | holds.matching[1]: '{path}' has a brace, which stands for nothing here, at character 1;",
                "{ matching: { a: b } } | holds.matching: is a map where a text is wanted;",
                "{ table: mirrors.csv } | holds.table: 'mirrors.csv' does not exist; paths begin in",
                "{ table: [] } | holds.table: names no file; name the file that lists what is there",
                "{ table: mirror.csv, at: \"{key\" } | holds.at: '{key' has a '{' that is not closed at character 1;",
                "{ inventory: report/manifests.json } | holds.inventory: 'report/manifests.json' does not exist; paths begin in",
                "{ inventory: report } | holds.inventory: 'report' is a folder; name the report's manifest: report/manifest.json",
                "{ inventory: \"s3://b/manifest.json\" } | holds.inventory: 's3://b/manifest.json' is no file; an inventory lies in files beside the"
                        + " configuration: fetch them first",
                "{ inventory: { file: report/manifest.json } } | holds.inventory: is a map where a text is wanted;",
            })
    void mistakesAreToldWithLineKeyValueAndRemedy(String holds, String told) {
        assertThat(aws("holds: " + holds).line()).startsWith("l.yaml:10: collections.c.sources.aws." + told);
    }

    @Test
    void anInventoryIsOfABucket() {
        assertThat(Written.in(
                                folder,
                                Written.COLLECTION
                                        + "    sources:\n      web: { holds: { inventory: report/manifest.json } }\n")
                        .line())
                .isEqualTo(
                        "l.yaml:9: collections.c.sources.web.holds.inventory: 'report/manifest.json' lists a bucket, and places of kind"
                                + " http have none; write a table of what is there: {table: FILE}");
    }

    @Test
    void aNameWithoutAPlaceHoldsNothingWhateverIsSaid() {
        assertThat(Written.in(
                                folder,
                                Written.COLLECTION
                                        + "    sources:\n      web: {}\n      gc: { holds: { table: mirror.csv } }\n")
                        .line())
                .contains("gc.holds: is set for a source without a kind, which holds nothing");
    }

    @Test
    void listedAndNoneGoWithAPathOrWithout() {
        assertThat(aws("holds: listed").line()).contains("'listed' needs a path");
        assertThat(aws("holds: none, path: \"{x}\"").line()).contains("'none' contradicts the path");
    }
}
