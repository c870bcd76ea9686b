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
import org.lenticular.archive.Held;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.Learned;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.catalogue.packed.PackedWriter;
import org.lenticular.table.EncodedRow;

/** What was learned of images' own files, while a collection is amended: rows must not lead to what is missing, and tell sizes. */
final class LearnedImages {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement find;
    private long count;

    LearnedImages(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMP TABLE learned_image (dataset TEXT, path TEXT, source TEXT, at TEXT, there INTEGER, length INTEGER)");
            statement.execute("CREATE INDEX temp.learned_image_path ON learned_image (path, dataset)");
        }
        this.insert = connection.prepareStatement("INSERT INTO temp.learned_image VALUES (?, ?, ?, ?, ?, ?)");
        this.find = connection.prepareStatement(
                "SELECT source, at, there, length FROM temp.learned_image WHERE path = ? AND dataset = ?");
    }

    void add(String dataset, String path, List<Learned> copies) throws SQLException {
        for (Learned copy : copies) {
            if (copy.isForImages()) {
                insert.setString(1, dataset);
                insert.setString(2, path);
                insert.setString(3, copy.source());
                insert.setString(4, copy.at());
                insert.setBoolean(5, copy.there());
                insert.setObject(6, copy.length());
                insert.executeUpdate();
                count++;
            }
        }
    }

    /** Writes all images anew, in their order. */
    void write(Path from, Path to) throws SQLException, IOException {
        PackedImages images = PackedImages.open(from);
        EncodedRow.Reader row = new EncodedRow.Reader();
        byte[] buffer = new byte[4096];
        try (PackedWriter packed = PackedWriter.create(to, images.count());
                Statement reading = connection.createStatement();
                ResultSet rows = reading.executeQuery("SELECT dataset FROM image ORDER BY id")) {
            for (long image = 0; image < images.count(); image++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("writing was interrupted");
                }
                if (!rows.next()) {
                    throw new IOException("the file of images is another load's");
                }
                buffer = images.read(image, buffer);
                row.start(buffer, ImageBytes.row(buffer));
                packed.add(
                        StagedImages.box(buffer),
                        images.format(image),
                        amended(rows.getString(1), buffer, images.length(image), row));
            }
            packed.finish();
        }
    }

    private byte[] amended(String dataset, byte[] image, int length, EncodedRow.Reader row) throws SQLException {
        row.advance();
        List<Learned> learned = count == 0 ? List.of() : learned(dataset, row.text());
        row.advance();
        Map<String, Held> held = HeldJson.read(row.text());
        return ImageBytes.withHeld(image, length, Learned.into(held, learned));
    }

    private List<Learned> learned(String dataset, String path) throws SQLException {
        find.setString(1, path);
        find.setString(2, dataset);
        List<Learned> learned = new ArrayList<>();
        try (ResultSet result = find.executeQuery()) {
            while (result.next()) {
                long length = result.getLong(4);
                boolean isKnown = !result.wasNull();
                learned.add(new Learned(
                        result.getString(1),
                        result.getString(2),
                        result.getBoolean(3),
                        isKnown ? (Long) length : null,
                        null));
            }
        }
        return learned;
    }

    void close() throws SQLException {
        insert.close();
        find.close();
    }
}
