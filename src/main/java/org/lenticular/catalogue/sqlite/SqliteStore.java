package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.HeldWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Catalogues as SQLite files under one folder, a folder in it for each collection. */
public final class SqliteStore implements CatalogueStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private final Path root;
    private final Session.Limits limits;
    private final Clock clock;

    /**
     * @param root made where it is missing
     * @param queryTime how long a query may take before it is stopped
     * @param queries how many may run at a time over one collection
     */
    public SqliteStore(Path root, Duration queryTime, int queries) {
        this(root, queryTime, queries, Clock.systemUTC());
    }

    /** @param clock what loads are named by: two at one moment would be one */
    public SqliteStore(Path root, Duration queryTime, int queries, Clock clock) {
        this(root, new Session.Limits(queryTime, queries, System::nanoTime), clock);
    }

    /** @param nanoTime in place of {@code System.nanoTime}, for tests */
    SqliteStore(Path root, Duration queryTime, int queries, LongSupplier nanoTime) {
        this(root, new Session.Limits(queryTime, queries, nanoTime), Clock.systemUTC());
    }

    private SqliteStore(Path root, Session.Limits limits, Clock clock) {
        this.root = root;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public CatalogueWriter write(String collection) throws IOException {
        Folder folder = folder(collection);
        Files.createDirectories(folder.path());
        return SqliteWriter.open(folder, clock.instant());
    }

    @Override
    public HeldWriter amend(String collection, String version) throws IOException {
        return SqliteAmendment.open(folder(collection), version, clock.instant());
    }

    @Override
    public Optional<String> inputs(String collection) {
        try {
            Optional<Path> file = folder(collection).current();
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try (Session session = Session.open(file.get(), limits)) {
                return session.isOfThisVersion() ? session.about(About.INPUTS) : Optional.empty();
            }
        } catch (IOException | SQLException e) {
            // What cannot be read must be loaded again, as if it were not there.
            LOG.warn("the catalogue of {} cannot be read: {}", collection, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Catalogue open() {
        return new SqliteCatalogue(this::folder, limits);
    }

    private Folder folder(String collection) {
        return new Folder(root.resolve(collection));
    }
}
