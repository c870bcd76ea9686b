package org.lenticular.catalogue.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CoverageContract;

/** The embedded engine keeps the contract of what SIA 2.0 can ask of images. */
class SqliteCoverageTest extends CoverageContract {
    @Override
    protected CatalogueStore store(Path folder, Duration queryTime, LongSupplier nanoTime) {
        return new SqliteStore(folder, queryTime, 64, nanoTime);
    }
}
