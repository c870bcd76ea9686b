package org.lenticular.catalogue.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.lenticular.coverage.Moc;
import org.lenticular.coverage.MocBytes;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * One connection to a published file with the statements it has prepared, which costs more than running them. Used by one thread at a time.
 */
final class Session implements AutoCloseable {
    private static final int MOST_STATEMENTS = 32;
    /** So many steps of SQLite's machine take some tens of microseconds: rare enough to cost nothing, often enough to stop in time. */
    private static final int STEPS_BETWEEN_LOOKS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /**
     * @param queryTime how long a query may take before it is stopped
     * @param queries how many may run at a time over one collection: each holds a session while its client reads
     * @param nanoTime what {@code System.nanoTime} says
     */
    record Limits(Duration queryTime, int queries, LongSupplier nanoTime) {}

    private final Path file;
    private final Connection connection;
    private final QueryClock clock;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

    private Session(Path file, Connection connection, Limits limits) {
        this.file = file;
        this.connection = connection;
        this.clock = new QueryClock(limits);
    }

    static Session open(Path file, Limits limits) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Properties properties = config.toProperties();
        // Immutable: no lock is taken and no journal looked for, so a file on a read-only file system serves too.
        String url = JDBC.PREFIX + "file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1&mode=ro";
        Connection connection = JDBC.createConnection(url, properties);
        Session session = new Session(file, connection, limits);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA mmap_size = " + (1L << 40));
            statement.execute("PRAGMA cache_size = -512");
            statement.execute("PRAGMA query_only = 1");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return session.clock.isLate() ? 1 : 0;
            }
        });
        return session;
    }

    QueryClock clock() {
        return clock;
    }

    /** What the client is told of a query that failed; the cause goes to the log. */
    FaultException failure(Exception cause) {
        forgetStatements();
        if (clock.isLate()) {
            return clock.late();
        }
        LOG.error("the catalogue file {} cannot be read", file, cause);
        return FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
    }

    /** One that was cancelled, or failed, cannot be run again. */
    private void forgetStatements() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.debug("a statement did not close", e);
            }
        }
        statements.clear();
    }

    /** The statement of this text, which must hold no value. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() >= MOST_STATEMENTS) {
            String eldest = statements.keySet().iterator().next();
            PreparedStatement dropped = statements.remove(eldest);
            if (dropped != null) {
                dropped.close();
            }
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
    }

    boolean isOfThisVersion() throws SQLException {
        return pragma("user_version") == Schema.VERSION;
    }

    /** How many bytes the file must have. */
    long size() throws SQLException {
        return pragma("page_count") * pragma("page_size");
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    Optional<String> about(String name) throws SQLException {
        PreparedStatement statement = statement("SELECT value FROM about WHERE name = ?");
        statement.setString(1, name);
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
        }
    }

    /** What of the sky the images cover. */
    Moc coverage() throws SQLException {
        try (ResultSet result = statement("SELECT map FROM coverage").executeQuery()) {
            if (!result.next()) {
                throw new SQLException("the table coverage is empty");
            }
            return MocBytes.decode(result.getBytes(1));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
