package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.catalogue.packed.ProductsWriter;

/** The products of a load, which wait until all are there and each dataset's can be put together. */
final class StagedProducts {
    private final Connection connection;
    private final PreparedStatement add;
    private long count;

    StagedProducts(Connection connection) throws SQLException {
        this.connection = connection;
        this.add = connection.prepareStatement(
                "INSERT OR IGNORE INTO staging.product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** False where there is one of this dataset, path and semantics. */
    boolean add(String dataset, Product product) throws SQLException {
        add.setString(1, dataset);
        add.setInt(2, product.semantics().equals(Semantics.THIS) ? 0 : 1);
        add.setLong(3, count++);
        add.setString(4, product.path());
        add.setString(5, product.semantics());
        add.setString(6, product.description());
        add.setString(7, product.contentType());
        add.setObject(8, product.contentLength());
        add.setString(9, product.contentQualifier());
        add.setString(10, product.localSemantics());
        add.setString(11, product.held().isEmpty() ? null : HeldJson.write(product.held()));
        return add.executeUpdate() == 1;
    }

    /** Makes a product of each image whose file is none of its dataset, behind those that there are; how many. */
    long addImages() throws SQLException {
        try (PreparedStatement link = connection.prepareStatement("""
                INSERT OR IGNORE INTO staging.product (dataset, rank, seq, path, semantics, content_type, held)
                SELECT dataset, 0, ? + seq, path, '#this', format, held
                FROM staging.staged AS image
                WHERE NOT EXISTS (
                  SELECT 1 FROM staging.product AS product
                  WHERE product.path = image.path AND product.dataset = image.dataset)
                ORDER BY seq""")) {
            link.setLong(1, count);
            return link.executeUpdate();
        }
    }

    /** Takes out the datasets that do not begin with themselves. */
    Set<String> removeWithoutThis() throws SQLException {
        Set<String> removed = new HashSet<>();
        try (Statement reading = connection.createStatement();
                ResultSet datasets = reading.executeQuery(
                        "SELECT dataset FROM staging.product GROUP BY dataset HAVING MIN(rank) > 0")) {
            while (datasets.next()) {
                removed.add(datasets.getString(1));
            }
        }
        try (PreparedStatement removing =
                connection.prepareStatement("DELETE FROM staging.product WHERE dataset = ?")) {
            for (String dataset : removed) {
                removing.setString(1, dataset);
                removing.executeUpdate();
            }
        }
        return removed;
    }

    /**
     * Moves them to where they stay, in the order of their datasets' identifiers; one dataset is in memory at a time.
     *
     * @param images which have been arranged and indexed
     */
    void arrange(Path file, PackedImages images) throws SQLException, IOException {
        DatasetsImage image = new DatasetsImage(connection, images);
        try (ProductsWriter packed = ProductsWriter.create(file, number("DISTINCT dataset"), number("*"));
                Statement reading = connection.createStatement();
                ResultSet rows = reading.executeQuery("SELECT * FROM staging.product ORDER BY dataset, rank, seq")) {
            boolean more = rows.next();
            while (more) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException(StagedImages.INTERRUPTED);
                }
                String id = rows.getString(1);
                List<Product> own = new ArrayList<>();
                while (more && rows.getString(1).equals(id)) {
                    own.add(product(rows));
                    more = rows.next();
                }
                Dataset dataset = new Dataset(id, own);
                packed.add(dataset, image.of(dataset));
            }
            packed.finish();
        } finally {
            image.close();
        }
    }

    private static Product product(ResultSet row) throws SQLException {
        long length = row.getLong(8);
        @Nullable Long known = row.wasNull() ? null : (Long) length;
        return new Product(
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                known,
                row.getString(9),
                row.getString(10),
                HeldJson.read(row.getString(11)));
    }

    /** @param what constant text */
    private long number(String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(" + what + ") FROM staging.product")) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
