package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.sky.Box;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionBytes;
import org.lenticular.sky.SkyOrder;
import org.sqlite.JDBC;

/** Writes a new file beside the one that is served. Images wait in a second file until all are there and can be put in the order of the sky. */
final class SqliteWriter implements CatalogueWriter {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Folder folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Path file;
    private final Path staging;
    private final Connection connection;
    private final PreparedStatement stage;
    private final PreparedStatement earlier;
    private final PreparedStatement addProduct;
    private long products;
    private boolean published;

    private SqliteWriter(Folder folder, FileChannel lockFile, FileLock lock, Path file, Connection connection)
            throws SQLException {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
        this.file = file;
        this.staging = staging(file);
        this.connection = connection;
        this.stage = connection.prepareStatement(
                "INSERT OR IGNORE INTO staging.staged (place, row, did, dataset, format, bytes) VALUES (?, ?, ?, ?, ?, ?)");
        this.earlier = connection.prepareStatement("SELECT row FROM staging.staged WHERE did = ?");
        this.addProduct =
                connection.prepareStatement("INSERT OR IGNORE INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    static SqliteWriter open(Folder folder) throws IOException {
        FileChannel lockFile =
                FileChannel.open(folder.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lock(lockFile);
            if (lock == null) {
                throw new IOException(
                        "another load of " + folder.path().getFileName() + " is running; wait for it, or end it");
            }
            folder.keepOnlyCurrent();
            Path file = folder.path().resolve(NAME.format(Instant.now()) + Folder.ENDING + ".partial");
            return new SqliteWriter(folder, lockFile, lock, file, create(file));
        } catch (SQLException e) {
            lockFile.close();
            throw new IOException("the catalogue cannot be written in " + folder.path() + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path staging(Path file) {
        return file.resolveSibling(file.getFileName() + ".staging");
    }

    private static Connection create(Path file) throws SQLException {
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), new Properties());
        try (Statement statement = connection.createStatement()) {
            // Nobody reads this file before it is whole, and one that is not is thrown away: no journal is needed.
            statement.execute("PRAGMA page_size = 8192");
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS staging")) {
                attach.setString(1, staging(file).toAbsolutePath().toString());
                attach.execute();
            }
            statement.execute("PRAGMA staging.journal_mode = OFF");
            statement.execute("PRAGMA staging.synchronous = OFF");
            statement.execute("PRAGMA user_version = " + Schema.VERSION);
            for (String table : Schema.TABLES) {
                statement.execute(table);
            }
            statement.execute(Schema.STAGED);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public OptionalLong image(ImageRecord image) throws IOException {
        try {
            // Images without a place come last: no search by region reads them.
            stage.setLong(
                    1,
                    image.footprint()
                            .map(region -> SkyOrder.key(region.centre()))
                            .orElse(Long.MAX_VALUE));
            stage.setLong(2, image.row());
            stage.setString(3, image.did().orElse(null));
            stage.setString(4, image.dataset());
            stage.setString(5, image.format());
            stage.setBytes(6, ImageBytes.encode(image));
            if (stage.executeUpdate() == 1) {
                return OptionalLong.empty();
            }
            earlier.setString(1, image.did().orElseThrow());
            try (ResultSet result = earlier.executeQuery()) {
                result.next();
                return OptionalLong.of(result.getLong(1));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean product(String dataset, Product product) throws IOException {
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
    public void publish(List<StoredColumn> columns, Set<String> holders, String inputs) throws IOException {
        try {
            long images = arrange();
            about(About.COLUMNS, About.json(columns));
            about(About.IMAGES, Long.toString(images));
            about(About.FORMATS, About.json(formats()));
            about(About.HOLDERS, About.json(holders));
            about(About.INPUTS, inputs);
            try (Statement statement = connection.createStatement()) {
                for (String index : Schema.INDEXES) {
                    statement.execute(index);
                }
            }
            connection.commit();
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
        Files.deleteIfExists(staging);
        // Without this, a machine that loses power could keep the pointer and lose what it points to.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path whole = file.resolveSibling(file.getFileName().toString().replace(".partial", ""));
        Files.move(file, whole);
        folder.serve(whole);
        published = true;
    }

    /** Moves the images to where they stay, in the order of the sky; how many there are. */
    private long arrange() throws SQLException {
        long id = 0;
        try (Statement reading = connection.createStatement();
                ResultSet staged = reading.executeQuery(
                        "SELECT did, dataset, format, bytes FROM staging.staged ORDER BY place, seq");
                PreparedStatement image = connection.prepareStatement("INSERT INTO image VALUES (?, ?, ?, ?, ?)");
                PreparedStatement sky = connection.prepareStatement("INSERT INTO sky VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            while (staged.next()) {
                byte[] bytes = staged.getBytes(4);
                image.setLong(1, ++id);
                image.setString(2, staged.getString(1));
                image.setString(3, staged.getString(2));
                image.setString(4, staged.getString(3));
                image.setBytes(5, bytes);
                image.executeUpdate();
                if (ImageBytes.row(bytes) > ImageBytes.footprint()) {
                    index(sky, id, RegionBytes.decode(bytes, ImageBytes.footprint()));
                }
            }
        }
        return id;
    }

    private static void index(PreparedStatement sky, long id, Region footprint) throws SQLException {
        Box box = Box.of(footprint);
        sky.setLong(1, id);
        sky.setDouble(2, box.minX());
        sky.setDouble(3, box.maxX());
        sky.setDouble(4, box.minY());
        sky.setDouble(5, box.maxY());
        sky.setDouble(6, box.minZ());
        sky.setDouble(7, box.maxZ());
        sky.executeUpdate();
    }

    private List<String> formats() throws SQLException {
        List<String> formats = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT DISTINCT format FROM staging.staged WHERE format IS NOT NULL ORDER BY format")) {
            while (result.next()) {
                formats.add(result.getString(1));
            }
        }
        return formats;
    }

    private void about(String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO about VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    private IOException failure(SQLException e) {
        return new IOException(
                "the catalogue could not be written in " + folder.path() + ", what was served before still is: "
                        + e.getMessage(),
                e);
    }

    @Override
    public void close() {
        try (lockFile;
                lock;
                connection) {
            if (!published) {
                connection.close();
                Files.deleteIfExists(file);
                Files.deleteIfExists(staging);
            }
        } catch (IOException | SQLException e) {
            // What stays behind here, the next load removes.
            org.slf4j.LoggerFactory.getLogger(SqliteWriter.class).warn("a load did not close: {}", e.getMessage());
        }
    }
}
