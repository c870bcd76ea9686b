package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.catalogue.sqlite.Sessions.Lease;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionBytes;
import org.lenticular.table.EncodedRow;

/** Finds a dataset's image, in the session that its products are read with. */
final class ImageOfDataset {
    /** So many of a dataset's images are looked at: enough for all forms of one image, and no burden where a whole survey is one dataset. */
    private static final int MOST = 64;

    private static final String BY_DATASET = "SELECT id FROM image WHERE dataset = ? ORDER BY id LIMIT " + MOST;

    private final Lease lease;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private byte[] bytes = new byte[4096];

    ImageOfDataset(Lease lease) {
        this.lease = lease;
    }

    /** The same for a stream's reader: within the time of its query, and with what failed told as a query's failure. */
    Optional<DatasetImage> look(@Nullable Dataset dataset) {
        if (dataset == null) {
            return Optional.empty();
        }
        Session session = lease.session();
        session.clock().goOn();
        try {
            Optional<DatasetImage> image = find(dataset);
            session.clock().rest();
            return image;
        } catch (SQLException | RuntimeException e) {
            throw session.failure(e);
        } catch (InternalError e) {
            // What the runtime makes of a mapped file that somebody cuts while it is read.
            throw session.failure(new IllegalStateException(e));
        }
    }

    private Optional<DatasetImage> find(Dataset dataset) throws SQLException {
        Optional<String> path = dataset.products().stream()
                .filter(product -> product.semantics().equals(Semantics.THIS))
                .map(Product::path)
                .findFirst();
        List<Long> images = images(dataset.id());
        for (long image : images) {
            if (path.isPresent() && path.get().equals(moveTo(image))) {
                return Optional.of(read());
            }
        }
        if (images.isEmpty()) {
            return Optional.empty();
        }
        moveTo(images.get(0));
        return Optional.of(read());
    }

    private List<Long> images(String dataset) throws SQLException {
        PreparedStatement statement = lease.session().statement(BY_DATASET);
        statement.setString(1, dataset);
        List<Long> images = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                images.add(found.getLong(1) - 1);
            }
        }
        return images;
    }

    /** Stands before the image's cells then; gives its path. */
    private String moveTo(long image) {
        PackedImages images = lease.of().images();
        bytes = images.read(image, bytes);
        row.start(bytes, ImageBytes.row(bytes));
        row.advance();
        String path = row.text();
        row.advance(); // what sources hold
        return path;
    }

    private DatasetImage read() {
        List<StoredColumn> columns = lease.of().table().columns();
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.advance();
            cells.add(row.text());
        }
        boolean placed = ImageBytes.row(bytes) > ImageBytes.footprint();
        Optional<Region> footprint =
                placed ? Optional.of(RegionBytes.decode(bytes, ImageBytes.footprint())) : Optional.empty();
        return new DatasetImage(columns, cells, footprint);
    }
}
