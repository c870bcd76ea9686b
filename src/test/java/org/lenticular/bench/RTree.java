package org.lenticular.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.sky.Box;
import org.lenticular.sky.RegionBytes;
import org.sqlite.JDBC;

/** The same boxes in SQLite's R*Tree: the yardstick that the catalogue is measured by. */
record RTree(Connection connection, PreparedStatement ids) implements AutoCloseable {
    /** Made where it is not there yet. */
    static RTree of(PackedImages images, Path file) throws SQLException, IOException {
        if (Files.notExists(file)) {
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + partial, new Properties())) {
                fill(connection, images);
            }
            Files.move(partial, file);
        }
        Connection connection = JDBC.createConnection(
                "jdbc:sqlite:file:" + file.toAbsolutePath() + "?immutable=1&mode=ro", new Properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA mmap_size = 1000000000000");
        }
        return new RTree(
                connection,
                connection.prepareStatement(
                        "SELECT id FROM sky WHERE x0 <= ? AND x1 >= ? AND y0 <= ? AND y1 >= ? AND z0 <= ? AND z1 >= ?"));
    }

    private static void fill(Connection connection, PackedImages images) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE sky USING rtree (id, x0, x1, y0, y1, z0, z1)");
        }
        try (PreparedStatement add = connection.prepareStatement("INSERT INTO sky VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            byte[] bytes = {};
            for (long image = 0; image < images.count(); image++) {
                bytes = images.read(image, bytes);
                Box b = Box.of(RegionBytes.decode(bytes, ImageBytes.footprint()));
                add.setLong(1, image + 1);
                bind(add, 2, b.minX(), b.maxX(), b.minY(), b.maxY(), b.minZ(), b.maxZ());
                add.executeUpdate();
            }
        }
        connection.commit();
    }

    private static void bind(PreparedStatement statement, int from, double... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setDouble(from + i, values[i]);
        }
    }

    int find(Box b) {
        try {
            bind(ids, 1, b.maxX(), b.minX(), b.maxY(), b.minY(), b.maxZ(), b.minZ());
            int found = 0;
            try (ResultSet result = ids.executeQuery()) {
                while (result.next()) {
                    found++;
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
