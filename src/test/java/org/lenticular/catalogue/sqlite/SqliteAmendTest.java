package org.lenticular.catalogue.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.lenticular.catalogue.AmendContract;
import org.lenticular.catalogue.CatalogueStore;

/** The embedded engine keeps the contract of what was learned of copies. */
class SqliteAmendTest extends AmendContract {
    @Override
    protected CatalogueStore store(Path folder, Duration queryTime, LongSupplier nanoTime) {
        return new SqliteStore(folder, queryTime, 64, nanoTime);
    }
}
