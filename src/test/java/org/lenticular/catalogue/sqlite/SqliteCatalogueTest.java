package org.lenticular.catalogue.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.lenticular.catalogue.CatalogueContract;
import org.lenticular.catalogue.CatalogueStore;

/** The embedded engine keeps the contract of what is found. */
class SqliteCatalogueTest extends CatalogueContract {
    @Override
    protected CatalogueStore store(Path folder, Duration queryTime, LongSupplier nanoTime) {
        return new SqliteStore(folder, queryTime, 64, nanoTime);
    }
}
