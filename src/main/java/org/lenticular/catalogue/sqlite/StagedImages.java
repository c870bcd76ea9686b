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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.packed.PackedWriter;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.sky.Box;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionBytes;
import org.lenticular.sky.SkyOrder;

/** The images of a load, which wait until all are there and can be put in the order of the sky. */
final class StagedImages {
    /** Said of a load whose application stops. */
    static final String INTERRUPTED = "loading was interrupted";

    private final Connection connection;
    private final PreparedStatement stage;
    private final PreparedStatement earlier;

    StagedImages(Connection connection) throws SQLException {
        this.connection = connection;
        this.stage = connection.prepareStatement("""
                INSERT OR IGNORE INTO staging.staged (place, row, did, dataset, format, path, held, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
        this.earlier = connection.prepareStatement("SELECT row FROM staging.staged WHERE did = ?");
    }

    /** Adds one; the row of an earlier image with its {@code did} where there is one. */
    OptionalLong add(ImageRecord image) throws SQLException {
        // Images without a place come last: no search by region reads them.
        stage.setLong(
                1,
                image.footprint().map(region -> SkyOrder.key(region.centre())).orElse(Long.MAX_VALUE));
        stage.setLong(2, image.row());
        stage.setString(3, image.did().orElse(null));
        stage.setString(4, image.dataset());
        stage.setString(5, image.format());
        stage.setString(6, image.path());
        stage.setString(7, image.held().isEmpty() ? null : HeldJson.write(image.held()));
        stage.setBytes(8, ImageBytes.encode(image));
        if (stage.executeUpdate() == 1) {
            return OptionalLong.empty();
        }
        earlier.setString(1, image.did().orElseThrow());
        try (ResultSet result = earlier.executeQuery()) {
            result.next();
            return OptionalLong.of(result.getLong(1));
        }
    }

    /**
     * Moves them to where they stay, in the order of the sky.
     *
     * @param file of images
     * @param facts the file with what of them can be constrained
     * @param columns of each image's row
     */
    Arranged arrange(Path file, Path facts, List<String> formats, List<StoredColumn> columns)
            throws SQLException, IOException {
        Map<String, Integer> numbers = new HashMap<>();
        formats.forEach(format -> numbers.put(format, numbers.size() + 1));
        long id = 0;
        long count = count();
        CoveredSky sky = new CoveredSky(Catalogue.COVERAGE_ORDER);
        try (PackedWriter packed = PackedWriter.create(file, count);
                StagedFacts staging = StagedFacts.create(connection, facts, count, columns);
                Statement reading = connection.createStatement();
                ResultSet staged = reading.executeQuery(
                        "SELECT did, dataset, format, bytes FROM staging.staged ORDER BY place, seq");
                PreparedStatement image = connection.prepareStatement("INSERT INTO image VALUES (?, ?, ?, ?)")) {
            while (staged.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException(INTERRUPTED);
                }
                String did = staged.getString(1);
                String format = staged.getString(3);
                byte[] bytes = staged.getBytes(4);
                staging.add(bytes);
                image.setLong(1, ++id);
                image.setString(2, did == null ? staging.id() : did);
                image.setString(3, staged.getString(2));
                image.setString(4, format);
                image.executeUpdate();
                Optional<Region> footprint = footprint(bytes);
                footprint.ifPresent(sky::add);
                packed.add(footprint.map(Box::of), format == null ? 0 : numbers.get(format), bytes);
            }
            packed.finish();
            return new Arranged(id, staging.finish(), sky.map());
        }
    }

    static Optional<Box> box(byte[] bytes) {
        return footprint(bytes).map(Box::of);
    }

    private static Optional<Region> footprint(byte[] bytes) {
        return ImageBytes.row(bytes) > ImageBytes.footprint()
                ? Optional.of(RegionBytes.decode(bytes, ImageBytes.footprint()))
                : Optional.empty();
    }

    private long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM staging.staged")) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** The media types that occur. */
    List<String> formats() throws SQLException {
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
}
