package org.lenticular.catalogue.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.lenticular.catalogue.CatalogueContract;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.query.Match;

/** The embedded engine keeps the contract of what is found. */
class SqliteCatalogueTest extends CatalogueContract {
    @Override
    protected CatalogueStore store(Path folder, Duration queryTime, LongSupplier nanoTime) {
        return new SqliteStore(folder, queryTime, 64, nanoTime);
    }

    @Test
    void smallRegionsAreLookedUpInTheIndexAndLargeOnesByGoingThroughAllImages() {
        assertThat(Search.of(where(Match.OVERLAPS, "CIRCLE 10 10 1")).box()).isPresent();
        assertThat(Search.of(where(Match.CENTER, "CIRCLE 10 10 180")).box())
                .as("of which only the centre counts")
                .isPresent();
        assertThat(Search.of(where(Match.OVERLAPS, "CIRCLE 10 10 180")).box()).isEmpty();
        assertThat(Search.of(everything()).box()).isEmpty();
    }
}
