package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.sqlite.Sessions.Lease;
import org.lenticular.fault.FaultException;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.sky.RegionBytes;
import org.lenticular.table.EncodedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of one query: candidates from the index, each tested exactly. Holds a session until it is closed. */
final class SqliteImages implements Images {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteImages.class);

    private final Lease lease;
    private final ResultSet candidates;
    private final @Nullable Where where;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private String path = "";
    private Map<String, Held> held = Map.of();
    private boolean first;
    private boolean closed;

    private SqliteImages(Lease lease, ResultSet candidates, @Nullable Where where) {
        this.lease = lease;
        this.candidates = candidates;
        this.where = where;
    }

    /** Runs the query up to its first image, so that one that cannot run fails before an answer has begun. */
    static SqliteImages open(Lease lease, ImageQuery query) {
        try {
            Search search = Search.of(query);
            PreparedStatement statement = lease.session().statement(search.sql());
            search.bind(statement);
            SqliteImages images = new SqliteImages(
                    lease, statement.executeQuery(), query.where().orElse(null));
            images.first = images.advance();
            return images;
        } catch (SQLException | RuntimeException e) {
            FaultException fault = lease.session().failure(e);
            lease.close();
            throw fault;
        }
    }

    @Override
    public boolean next() {
        if (first) {
            first = false;
            return true;
        }
        if (closed) {
            return false;
        }
        lease.session().goOn();
        try {
            return advance();
        } catch (SQLException | RuntimeException e) {
            throw lease.session().failure(e);
        }
    }

    private boolean advance() throws SQLException {
        while (candidates.next()) {
            if (lease.session().isLate()) {
                throw new SQLException("late");
            }
            byte[] bytes = candidates.getBytes(1);
            if (where == null || accepts(where, bytes)) {
                row.start(bytes, ImageBytes.row(bytes));
                row.advance();
                path = row.text();
                row.advance();
                held = row.isEmpty() ? Map.of() : HeldJson.read(row.text());
                lease.session().rest();
                return true;
            }
        }
        // The end is told once; asking SQLite again would begin anew.
        close();
        return false;
    }

    private static boolean accepts(Where where, byte[] bytes) {
        return ImageBytes.row(bytes) > ImageBytes.footprint()
                && where.accepts(RegionBytes.decode(bytes, ImageBytes.footprint()));
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Map<String, Held> held() {
        return held;
    }

    @Override
    public EncodedRow.Reader row() {
        return row;
    }

    @Override
    public ImageTable table() {
        return lease.of().table();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                candidates.close();
            } catch (SQLException e) {
                LOG.warn("a result did not close: {}", e.getMessage());
            }
            lease.close();
        }
    }
}
