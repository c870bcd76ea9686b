package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Dataset;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.config.ConfigReader;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.Match;
import org.lenticular.query.WantedFormats;
import org.lenticular.sky.Cap;

/** The example that is bundled, from its configuration and tables into SQLite and out again. */
class BundledExampleTest {
    @Test
    void itIsLoadedWithoutABadRowAndFound(@TempDir Path folder) throws ConfigException, LoadException {
        Config config = ConfigReader.read(Path.of("conf/lenticular.yaml"), Archive.kinds());
        assertThat(Loader.inspect(config)).isEmpty();
        SqliteStore store = new SqliteStore(folder, Duration.ofSeconds(10), 64);
        Loader loader = new Loader(store, Progress.none());
        List<LoadReport> reports = loader.loadMissing(config);
        assertThat(reports).extracting(LoadReport::images).containsExactly(2L, 1088L);
        assertThat(reports).extracting(LoadReport::products).containsExactly(25L, 1088L);
        assertThat(reports).extracting(LoadReport::badRows).containsExactly(0L, 0L);
        assertThat(loader.loadMissing(config)).isEmpty();
        try (Catalogue catalogue = store.open()) {
            assertThat(catalogue.table("chanmaster").columns())
                    .filteredOn(column -> !column.implied())
                    .hasSize(48);
            assertThat(catalogue.table("chanmaster").holders())
                    .isEqualTo(Set.of("main-server", "aws:us-east1", "aws:us-east2"));
            assertThat(catalogue.table("tess").holders()).isEqualTo(Set.of("main-server", "aws:us-east1"));
            Set<String> roles = new HashSet<>();
            for (StoredColumn column : catalogue.table("tess").columns()) {
                Optional.ofNullable(column.role())
                        .filter(role -> !column.implied())
                        .ifPresent(role -> assertThat(roles.add(role)).isTrue());
            }
            assertThat(roles).contains("s_ra", "SIA_reference", "datalink", "cloud_access", "em_min", "t_min");
            assertThat(found(catalogue, "tess", Cap.of(0, 90, 0))).hasSize(8);
            // The notebook's search: NGC 4151, 1 degree.
            assertThat(found(catalogue, "chanmaster", Cap.of(182.6357, 39.4058, 0.5)))
                    .hasSize(2);
            assertThat(dataset(catalogue, "18244:chandra.obs.img").products()).hasSize(4);
            assertThat(dataset(catalogue, "5824").products()).hasSize(1);
        }
    }

    private static List<String> found(Catalogue catalogue, String collection, Cap where) {
        List<String> paths = new ArrayList<>();
        ImageQuery query = new ImageQuery(Optional.of(new ImageQuery.Where(where, Match.OVERLAPS)), WantedFormats.ALL);
        try (Images images = catalogue.search(collection, query)) {
            while (images.next()) {
                paths.add(images.path());
            }
        }
        return paths;
    }

    private static Dataset dataset(Catalogue catalogue, String id) {
        try (Datasets datasets = catalogue.datasets("chanmaster", List.of(id))) {
            return java.util.Objects.requireNonNull(datasets.next());
        }
    }
}
