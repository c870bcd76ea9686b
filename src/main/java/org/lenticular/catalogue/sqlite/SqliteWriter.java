package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a new file beside the one that is served. */
final class SqliteWriter implements CatalogueWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private final Folder folder;
    private final LoadLock lock;
    private final PartialFile file;
    private final StagedImages images;
    private final PreparedStatement addProduct;
    private long products;
    private int listings;
    private boolean settled;
    private boolean published;

    private SqliteWriter(Folder folder, LoadLock lock, PartialFile file) throws SQLException {
        this.folder = folder;
        this.lock = lock;
        this.file = file;
        this.images = new StagedImages(file.connection());
        this.addProduct = file.connection()
                .prepareStatement("INSERT OR IGNORE INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    static SqliteWriter open(Folder folder, Instant now) throws IOException {
        LoadLock lock = LoadLock.of(folder)
                .orElseThrow(() -> new IOException(
                        "another load of " + folder.path().getFileName() + " is running; wait for it, or end it"));
        try {
            folder.tidy();
            PartialFile file = PartialFile.create(folder, now);
            try {
                return new SqliteWriter(folder, lock, file);
            } catch (SQLException e) {
                file.discard();
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw new IOException("the catalogue cannot be written in " + folder.path() + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public OptionalLong image(ImageRecord image) throws IOException {
        settled = false;
        try {
            return images.add(image);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean product(String dataset, Product product) throws IOException {
        settled = false;
        try {
            addProduct.setString(1, dataset);
            addProduct.setInt(2, product.semantics().equals(Semantics.THIS) ? 0 : 1);
            addProduct.setLong(3, products++);
            addProduct.setString(4, product.path());
            addProduct.setString(5, product.semantics());
            addProduct.setString(6, product.description());
            addProduct.setString(7, product.contentType());
            addProduct.setObject(8, product.contentLength());
            addProduct.setString(9, product.contentQualifier());
            addProduct.setString(10, product.localSemantics());
            addProduct.setString(11, product.held().isEmpty() ? null : HeldJson.write(product.held()));
            return addProduct.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public Listing listing() throws IOException {
        try {
            return new StagedListing(file.connection(), listings++, this::failure);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public Settled settle() throws IOException {
        try {
            long added = images.link(products);
            Set<String> removed = removeWithoutThis();
            settled = true;
            return new Settled(added, removed);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Set<String> removeWithoutThis() throws SQLException {
        Set<String> removed = new HashSet<>();
        Connection connection = file.connection();
        try (Statement reading = connection.createStatement();
                ResultSet datasets =
                        reading.executeQuery("SELECT dataset FROM product GROUP BY dataset HAVING MIN(rank) > 0")) {
            while (datasets.next()) {
                removed.add(datasets.getString(1));
            }
        }
        try (PreparedStatement removing = connection.prepareStatement("DELETE FROM product WHERE dataset = ?")) {
            for (String dataset : removed) {
                removing.setString(1, dataset);
                removing.executeUpdate();
            }
        }
        return removed;
    }

    @Override
    public void publish(List<StoredColumn> columns, Set<String> holders, String inputs) throws IOException {
        if (!settled) {
            settle();
        }
        Path whole;
        try {
            List<String> formats = images.formats();
            Arranged arranged = images.arrange(file.images(), file.facts(), formats, columns);
            about(About.COLUMNS, ColumnsJson.write(columns));
            about(About.IMAGES, Long.toString(arranged.images()));
            about(About.FORMATS, TextsJson.write(formats));
            about(About.HOLDERS, TextsJson.write(new TreeSet<>(holders)));
            about(About.INPUTS, inputs);
            try (Statement statement = file.connection().createStatement()) {
                for (String index : Schema.INDEXES) {
                    statement.execute(index);
                }
            }
            about(About.STATISTICS, StatisticsJson.write(arranged.withIds(file.connection())));
            whole = file.finish();
        } catch (SQLException e) {
            throw failure(e);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedIOException(StagedImages.INTERRUPTED);
        }
        folder.serve(whole);
        published = true;
    }

    private void about(String name, String value) throws SQLException {
        Connection connection = file.connection();
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO about VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    private IOException failure(SQLException e) {
        return folder.unwritten(e, StagedImages.INTERRUPTED);
    }

    @Override
    public void close() {
        try (lock) {
            if (!published) {
                file.discard();
            }
        } catch (IOException | SQLException e) {
            // What stays behind here, the next load removes.
            LOG.warn("a load did not close: {}", e.getMessage());
        }
    }
}
