package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Listing;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.coverage.Moc;
import org.lenticular.coverage.MocBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a new file beside the one that is served. */
final class SqliteWriter implements CatalogueWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private final Folder folder;
    private final LoadLock lock;
    private final PartialFile file;
    private final StagedImages images;
    private final StagedProducts products;
    private int listings;
    private boolean settled;
    private boolean published;

    private SqliteWriter(Folder folder, LoadLock lock, PartialFile file) throws SQLException {
        this.folder = folder;
        this.lock = lock;
        this.file = file;
        this.images = new StagedImages(file.connection());
        this.products = new StagedProducts(file.connection());
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
            return products.add(dataset, product);
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
            long added = products.addImages();
            Set<String> removed = products.removeWithoutThis();
            settled = true;
            return new Settled(added, removed);
        } catch (SQLException e) {
            throw failure(e);
        }
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
            products.arrange(file.products(), PackedImages.open(file.images()));
            coverage(arranged.coverage());
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

    private void coverage(Moc map) throws SQLException {
        try (PreparedStatement statement = file.connection().prepareStatement("INSERT INTO coverage VALUES (?)")) {
            statement.setBytes(1, MocBytes.encode(map));
            statement.executeUpdate();
        }
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
