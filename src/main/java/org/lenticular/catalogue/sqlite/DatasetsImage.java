package org.lenticular.catalogue.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lenticular.archive.Dataset;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.table.EncodedRow;

/** Finds out, while a load is published, which image a dataset is. */
final class DatasetsImage implements AutoCloseable {
    /** So many of a dataset's images are looked at: enough for all forms of one image, and no burden where a whole survey is one dataset. */
    private static final int MOST = 64;

    private final PackedImages images;
    private final PreparedStatement ids;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private byte[] bytes = new byte[4096];

    DatasetsImage(Connection connection, PackedImages images) throws SQLException {
        this.images = images;
        this.ids = connection.prepareStatement("SELECT id FROM image WHERE dataset = ? ORDER BY id LIMIT " + MOST);
    }

    /** The number of the one whose file is the dataset's first {@code #this}, else of its first one; -1 where it has none. */
    long of(Dataset dataset) throws SQLException {
        List<Long> own = new ArrayList<>(1);
        ids.setString(1, dataset.id());
        try (ResultSet found = ids.executeQuery()) {
            while (found.next()) {
                own.add(found.getLong(1) - 1);
            }
        }
        // The first product is a #this: datasets without one are taken out.
        String path = dataset.products().get(0).path();
        for (long image : own.size() > 1 ? own : List.<Long>of()) {
            if (path.equals(path(image))) {
                return image;
            }
        }
        return own.isEmpty() ? -1 : own.get(0);
    }

    private String path(long image) {
        bytes = images.read(image, bytes);
        row.start(bytes, ImageBytes.row(bytes));
        row.advance();
        return row.text();
    }

    @Override
    public void close() throws SQLException {
        ids.close();
    }
}
