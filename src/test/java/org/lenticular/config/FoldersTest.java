package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that are paths begin beside the configuration, and their mistakes are told where they stand. */
class FoldersTest {
    private final Path folder;

    FoldersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String here, String there) {
        return Written.in(folder, """
                sources:
                  web: { kind: http, base: "https://a.example/" }
                  here: { kind: file, folder: %s }
                collections:
                  c:
                    table: t.csv
                    sources:
                      here: { folder: %s }
                """.formatted(here, there)).file();
    }

    @Test
    void aRelativeFolderIsOneBesideTheConfigurationAlsoWhereACollectionHasItsOwn() throws IOException, ConfigException {
        Files.createDirectories(folder.resolve("fits/c"));
        Config config = ConfigReader.read(write("./fits/", "fits/d/../c"), Kinds.real());
        assertThat(config.places().get("here"))
                .isNotNull()
                .satisfies(place -> assertThat(place.settings())
                        .containsEntry("folder", folder.resolve("fits").toString()));
        assertThat(config.collections().get("c"))
                .isNotNull()
                .satisfies(collection -> assertThat(collection.holdings().get("here"))
                        .isNotNull()
                        .satisfies(holding -> assertThat(holding.settings())
                                .containsEntry(
                                        "folder", folder.resolve("fits/c").toString())));
    }

    @Test
    void aFileOfKeysIsOneBesideTheConfigurationToo() throws IOException, ConfigException {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/c.txt"), "id\nsecret\n");
        Files.writeString(folder.resolve("all.txt"), "id\nsecret\n");
        Path file = Written.in(folder, """
                sources:
                  pail: { kind: s3, region: us-east-1, bucket: pail, key_file: all.txt }
                  google: { kind: gs, region: us, bucket: pail, key_file: ./keys/../all.txt }
                collections:
                  c:
                    table: t.csv
                    sources:
                      pail: { key_file: keys/c.txt }
                      google: {}
                """).file();
        Config config = ConfigReader.read(file, Kinds.real());
        assertThat(List.of("pail", "google"))
                .allSatisfy(name -> assertThat(config.places().get(name))
                        .isNotNull()
                        .satisfies(place -> assertThat(place.settings())
                                .containsEntry(
                                        "key_file", folder.resolve("all.txt").toString())));
        assertThat(config.collections().get("c"))
                .isNotNull()
                .satisfies(collection -> assertThat(collection.holdings().get("pail"))
                        .isNotNull()
                        .satisfies(holding -> assertThat(holding.settings())
                                .containsEntry(
                                        "key_file", folder.resolve("keys/c.txt").toString())));
    }

    @Test
    void aFileOfKeysThatIsNotThereIsToldWithWhereItWasLookedFor() {
        Path file = Written.in(folder, """
                sources:
                  pail: { kind: s3, region: us-east-1, bucket: pail, key_file: keys.txt }
                collections:
                  c: { table: t.csv, sources: { pail: {} } }
                """).file();
        ConfigException mistakes =
                catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file, Kinds.real()));
        assertThat(mistakes.problems().stream().map(problem -> problem.in("l.yaml")))
                .isEqualTo(List.of(
                        "l.yaml:2: sources.pail.key_file: '" + folder + "/keys.txt' cannot be read by this process"));
    }

    @Test
    void whatIsNoFolderIsToldWithWhereItWasLookedForAndOneThatIsNotThereNowMayBeMountedLater() {
        Path file = write("fits", "t.csv");
        ConfigException mistakes =
                catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file, Kinds.real()));
        assertThat(mistakes.problems().stream().map(problem -> problem.in("l.yaml")))
                .isEqualTo(List.of("l.yaml:8: collections.c.sources.here.folder: '" + folder
                        + "/t.csv' is no folder; name the folder that the files are in"));
    }
}
