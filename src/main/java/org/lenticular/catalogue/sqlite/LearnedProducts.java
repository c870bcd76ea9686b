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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Learned;
import org.lenticular.catalogue.packed.DatasetCursor;
import org.lenticular.catalogue.packed.PackedProducts;
import org.lenticular.catalogue.packed.ProductsWriter;

/** What was learned of products' copies, while a collection is amended. */
final class LearnedProducts {
    private final PackedProducts served;
    private final DatasetCursor cursor;
    private final PreparedStatement insert;
    private final PreparedStatement find;

    /** @param served the file of products that was asked about */
    LearnedProducts(Connection connection, Path served) throws SQLException, IOException {
        this.served = PackedProducts.open(served);
        this.cursor = this.served.cursor();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMP TABLE learned "
                            + "(dataset TEXT, path TEXT, semantics TEXT, source TEXT, at TEXT, there INTEGER, length INTEGER, etag TEXT)");
            statement.execute("CREATE INDEX temp.learned_path ON learned (path, dataset, semantics)");
        }
        this.insert = connection.prepareStatement("INSERT INTO temp.learned VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        this.find = connection.prepareStatement(
                "SELECT source, at, there, length, etag FROM temp.learned WHERE path = ? AND dataset = ? AND semantics = ? ORDER BY rowid");
    }

    /** False where there is no such product; then nothing is learned. */
    boolean add(String dataset, String path, String semantics, List<Learned> copies) throws SQLException {
        boolean known = cursor.find(dataset).products().stream()
                .anyMatch(product ->
                        product.path().equals(path) && product.semantics().equals(semantics));
        for (Learned copy : known ? copies : List.<Learned>of()) {
            insert.setString(1, dataset);
            insert.setString(2, path);
            insert.setString(3, semantics);
            insert.setString(4, copy.source());
            insert.setString(5, copy.at());
            insert.setBoolean(6, copy.there());
            insert.setObject(7, copy.length());
            insert.setString(8, copy.etag());
            insert.executeUpdate();
        }
        return known;
    }

    /** Writes all products anew, in their order. */
    void write(Path to) throws SQLException, IOException {
        DatasetCursor all = served.cursor();
        try (ProductsWriter packed = ProductsWriter.create(to, served.datasets(), served.products())) {
            while (all.hasNext()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("writing was interrupted");
                }
                Dataset dataset = all.next();
                List<Product> products = new ArrayList<>(dataset.products().size());
                for (Product product : dataset.products()) {
                    products.add(amended(dataset.id(), product));
                }
                packed.add(new Dataset(dataset.id(), products), all.image());
            }
            packed.finish();
        }
    }

    private Product amended(String dataset, Product product) throws SQLException {
        find.setString(1, product.path());
        find.setString(2, dataset);
        find.setString(3, product.semantics());
        Map<String, Held> held = product.held();
        try (ResultSet found = find.executeQuery()) {
            while (found.next()) {
                Learned copy = new Learned(
                        found.getString(1),
                        found.getString(2),
                        found.getBoolean(3),
                        number(found, 4),
                        found.getString(5));
                held = Learned.into(held, List.of(copy));
            }
        }
        return product.withHeld(held);
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long number = found.getLong(column);
        return found.wasNull() ? null : (Long) number;
    }

    void close() throws SQLException {
        insert.close();
        find.close();
    }
}
