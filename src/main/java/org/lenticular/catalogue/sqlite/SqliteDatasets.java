package org.lenticular.catalogue.sqlite;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.HeldJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The datasets of many identifiers, by one statement. Holds a session until it is closed. */
final class SqliteDatasets implements Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatasets.class);
    private static final String COLUMNS =
            "p.path, p.semantics, p.description, p.content_type, p.content_length, p.content_qualifier, p.local_semantics, p.held";
    // The identifiers are bound as one JSON array: any number of them is one statement, prepared once.
    private static final String BY_IDS = "SELECT j.key, " + COLUMNS
            + " FROM json_each(?) j CROSS JOIN product p ON p.dataset = j.value ORDER BY j.key, p.rank, p.seq";
    private static final String BY_PATH =
            "SELECT 0, " + COLUMNS + " FROM product p WHERE p.path = ? ORDER BY p.dataset, p.rank, p.seq LIMIT 1";

    private final Sessions sessions;
    private final Session session;
    private final ResultSet products;
    private final List<String> ids;
    private int next;
    private boolean more;
    private boolean closed;

    private SqliteDatasets(Sessions sessions, Session session, ResultSet products, List<String> ids) {
        this.sessions = sessions;
        this.session = session;
        this.products = products;
        this.ids = ids;
    }

    static SqliteDatasets open(Sessions sessions, List<String> ids) {
        return open(sessions, BY_IDS, array(ids), ids);
    }

    /** One dataset at the most, with just the product of this path. */
    static SqliteDatasets openPath(Sessions sessions, String path) {
        return open(sessions, BY_PATH, path, List.of(path));
    }

    private static SqliteDatasets open(Sessions sessions, String sql, String value, List<String> ids) {
        Session session = sessions.take();
        try {
            PreparedStatement statement = session.statement(sql);
            statement.setString(1, value);
            SqliteDatasets datasets = new SqliteDatasets(sessions, session, statement.executeQuery(), ids);
            datasets.more = datasets.products.next();
            return datasets;
        } catch (SQLException e) {
            var fault = SqliteImages.failure(session, e);
            sessions.give(session);
            throw fault;
        }
    }

    private static String array(List<String> ids) {
        StringBuilder array = new StringBuilder("[");
        for (String id : ids) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            JsonStringEncoder.getInstance().quoteAsString(id, array);
            array.append('"');
        }
        return array.append(']').toString();
    }

    @Override
    public @Nullable Dataset next() {
        if (next == ids.size()) {
            return null;
        }
        try {
            List<Product> own = new ArrayList<>();
            while (more && products.getInt(1) == next) {
                own.add(product());
                more = products.next();
            }
            return new Dataset(ids.get(next++), own);
        } catch (SQLException e) {
            throw SqliteImages.failure(session, e);
        }
    }

    private Product product() throws SQLException {
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
            sessions.give(session);
        }
    }
}
