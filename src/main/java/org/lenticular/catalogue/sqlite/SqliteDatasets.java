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
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.sqlite.Sessions.Lease;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The datasets of many identifiers, by one statement. Holds a session until it is closed. */
final class SqliteDatasets implements Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatasets.class);
    /** Of a product, for {@link #product}; the first column is the query's own. */
    static final String COLUMNS =
            "p.path, p.semantics, p.description, p.content_type, p.content_length, p.content_qualifier, p.local_semantics, p.held";

    private static final String BY_IDS = "SELECT j.key, " + COLUMNS
            + " FROM json_each(?) j CROSS JOIN product p ON p.dataset = j.value ORDER BY j.key, p.rank, p.seq";
    private static final String BY_PATH =
            "SELECT 0, " + COLUMNS + " FROM product p WHERE p.path = ? ORDER BY p.dataset, p.rank, p.seq LIMIT 1";

    private final Lease lease;
    private final ResultSet products;
    private final List<String> ids;
    private final ImageOfDataset images;
    private @Nullable Dataset last;
    private int next;
    private boolean more;
    private boolean closed;

    private SqliteDatasets(Lease lease, ResultSet products, List<String> ids) {
        this.lease = lease;
        this.products = products;
        this.ids = ids;
        this.images = new ImageOfDataset(lease);
    }

    static SqliteDatasets open(Lease lease, List<String> ids) {
        return open(lease, BY_IDS, TextArray.of(ids), ids);
    }

    /** One dataset at the most, with just the product of this path. */
    static SqliteDatasets openPath(Lease lease, String path) {
        return open(lease, BY_PATH, path, List.of(path));
    }

    /** Runs the query up to its first product, so that one that cannot run fails before an answer has begun. */
    private static SqliteDatasets open(Lease lease, String sql, String value, List<String> ids) {
        Session session = lease.session();
        try {
            PreparedStatement statement = session.statement(sql);
            statement.setString(1, value);
            SqliteDatasets datasets = new SqliteDatasets(lease, statement.executeQuery(), ids);
            datasets.more = datasets.products.next();
            session.clock().rest();
            return datasets;
        } catch (SQLException e) {
            FaultException fault = session.failure(e);
            lease.close();
            throw fault;
        }
    }

    @Override
    public @Nullable Dataset next() {
        if (next == ids.size()) {
            return null;
        }
        Session session = lease.session();
        session.clock().goOn();
        try {
            List<Product> own = new ArrayList<>();
            while (more && products.getInt(1) == next) {
                own.add(product(products));
                more = products.next();
            }
            session.clock().rest();
            last = new Dataset(ids.get(next++), own);
            return last;
        } catch (SQLException | RuntimeException e) {
            throw session.failure(e);
        }
    }

    @Override
    public Optional<DatasetImage> image() {
        return images.look(last);
    }

    static Product product(ResultSet products) throws SQLException {
        long length = products.getLong(6);
        boolean lengthKnown = !products.wasNull();
        return new Product(
                products.getString(2),
                products.getString(3),
                products.getString(4),
                products.getString(5),
                lengthKnown ? length : null,
                products.getString(7),
                products.getString(8),
                HeldJson.read(products.getString(9)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                products.close();
            } catch (SQLException e) {
                LOG.warn("a result did not close: {}", e.getMessage());
            }
            lease.close();
        }
    }
}
