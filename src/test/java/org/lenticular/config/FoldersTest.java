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
    void aFolderThatIsNoneIsToldInOneLineWithWhereItWasLookedFor() {
        Path file = write("fits", "t.csv");
        ConfigException mistakes =
                catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file, Kinds.real()));
        assertThat(mistakes.problems().stream().map(problem -> problem.in("l.yaml")))
                .isEqualTo(List.of(
                        "l.yaml:3: sources.here.folder: '" + folder
                                + "/fits' does not exist; name the folder that the files are in",
                        "l.yaml:8: collections.c.sources.here.folder: '" + folder
                                + "/t.csv' is no folder; name the folder that the files are in"));
    }
}
