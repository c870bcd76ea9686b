package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CatalogueWriter;

/** Catalogues as SQLite files under one folder, a folder in it for each collection. */
public final class SqliteStore implements CatalogueStore {
    private final Path root;
    private final Duration queryTime;

    /**
     * @param root made where it is missing
     * @param queryTime how long a query may take before it is stopped
     */
    public SqliteStore(Path root, Duration queryTime) {
        this.root = root;
        this.queryTime = queryTime;
    }

    @Override
    public CatalogueWriter write(String collection) throws IOException {
        Folder folder = folder(collection);
        Files.createDirectories(folder.path());
        return SqliteWriter.open(folder);
    }

    @Override
    public Optional<String> inputs(String collection) throws IOException {
        Optional<Path> file = folder(collection).current();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (Session session = Session.open(file.get(), queryTime)) {
            return session.isOfThisVersion() ? session.about(About.INPUTS) : Optional.empty();
        } catch (SQLException e) {
            throw new IOException("the catalogue file " + file.get() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Catalogue open() {
        return new SqliteCatalogue(this::folder, queryTime);
    }

    private Folder folder(String collection) {
        return new Folder(root.resolve(collection));
    }
}
