package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.Images;
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

    private final Sessions sessions;
    private final Session session;
    private final ResultSet candidates;
    private final @Nullable Where where;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private String path = "";
    private Map<String, Held> held = Map.of();
    private boolean first;
    private boolean closed;

    private SqliteImages(Sessions sessions, Session session, ResultSet candidates, @Nullable Where where) {
        this.sessions = sessions;
        this.session = session;
        this.candidates = candidates;
        this.where = where;
    }

    /** Runs the query up to its first image, so that one that cannot run fails before an answer has begun. */
    static SqliteImages open(Sessions sessions, ImageQuery query) {
        Session session = sessions.take();
        try {
            Search search = Search.of(query);
            PreparedStatement statement = session.statement(search.sql());
            search.bind(statement);
            SqliteImages images = new SqliteImages(
                    sessions, session, statement.executeQuery(), query.where().orElse(null));
            try {
                images.first = images.advance();
            } catch (SQLException e) {
                images.candidates.close();
                throw e;
            }
            return images;
        } catch (SQLException e) {
            FaultException fault = failure(session, e);
            sessions.give(session);
            throw fault;
        }
    }

    @Override
    public boolean next() {
        if (first) {
            first = false;
            return true;
        }
        try {
            return !closed && advance();
        } catch (SQLException e) {
            throw failure(session, e);
        }
    }

    private boolean advance() throws SQLException {
        while (candidates.next()) {
            byte[] bytes = candidates.getBytes(1);
            if (where == null || accepts(where, bytes)) {
                row.start(bytes, ImageBytes.row(bytes));
                row.advance();
                path = row.text();
                row.advance();
                held = row.isEmpty() ? Map.of() : HeldJson.read(row.text());
                return true;
            }
            if (session.isLate()) {
                throw new SQLException("late");
            }
        }
        // The end is told once; asking SQLite again would begin anew.
        closeQuietly();
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
    public void close() {
        closeQuietly();
    }

    private void closeQuietly() {
        if (!closed) {
            closed = true;
            try {
                candidates.close();
            } catch (SQLException e) {
                LOG.warn("a result did not close: {}", e.getMessage());
            }
            sessions.give(session);
        }
    }

    /** What the client is told of a failed query. */
    static FaultException failure(Session session, SQLException cause) {
        if (session.isLate()) {
            return FaultException.unavailable("the query took longer than the " + session.seconds()
                    + " s that are allowed; ask for a smaller piece of sky or fewer rows");
        }
        return FaultException.fatal("the catalogue could not be read; the operators can see why in the log", cause);
    }
}
