package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.config.Config.Holding;

/** The configuration that comes with the program has no mistake, and means what the notebook shows. */
class ExampleTest {
    private final Path folder;

    ExampleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("conf", "lenticular.yaml"), folder.resolve("lenticular.yaml"));
        Files.createDirectory(folder.resolve("example"));
        // What is in the tables is no matter here.
        for (String table : List.of("chanmaster.ecsv", "products.ecsv", "tess.csv")) {
            Files.createFile(folder.resolve("example").resolve(table));
        }
    }

    private Config config() throws ConfigException {
        return ConfigReader.read(folder.resolve("lenticular.yaml"), Kinds.real());
    }

    @Test
    void theSourcesAreTheNotebooksInItsOrder() throws ConfigException {
        assertThat(config().places().values())
                .extracting(
                        place -> place.source().name() + "=" + place.source().title())
                .containsExactly(
                        "main-server=On prem servers",
                        "aws:us-east1=AWS region 1",
                        "aws:us-east2=AWS some other region",
                        "gc=GC some region");
        assertThat(config().places()).hasEntrySatisfying("gc", gc -> {
            assertThat(gc.kind()).isEmpty();
            assertThat(gc.source().advertised()).isTrue();
        });
    }

    @Test
    void chanmasterIsHeldByAllButGc() throws ConfigException {
        assertThat(config().collections()).hasEntrySatisfying("chanmaster", chanmaster -> {
            assertThat(chanmaster.holdings().keySet())
                    .containsExactly("main-server", "aws:us-east1", "aws:us-east2", "gc");
            assertThat(chanmaster.holdings().values())
                    .extracting(Holding::holds)
                    .containsExactly(Holds.ALL, Holds.ALL, Holds.ALL, Holds.NONE);
            assertThat(chanmaster.productTable()).isPresent();
            assertThat(chanmaster.datasetId()).hasToString("Optional[{datalink}]");
        });
    }

    @Test
    void tessHasAMainServerAndABucketOfItsOwn() throws ConfigException {
        assertThat(config().collections()).hasEntrySatisfying("tess", tess -> {
            assertThat(tess.holdings().keySet()).containsExactly("main-server", "aws:us-east1");
            assertThat(tess.products()).hasSize(1);
            assertThat(tess.columns()).containsKeys("em_min", "t_min", "obs_publisher_did");
        });
    }
}
