package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.Listing;

/** A listing in the file where a load's images wait: it is gone with that. */
final class StagedListing implements Listing {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS staging.listed (
              listing INTEGER NOT NULL,
              name TEXT NOT NULL,
              at TEXT,
              length INTEGER,
              etag TEXT,
              PRIMARY KEY (listing, name)) WITHOUT ROWID""";

    private final Function<SQLException, IOException> failure;
    private final PreparedStatement add;
    private final PreparedStatement file;
    private final PreparedStatement inside;

    /**
     * @param number which of the load's listings it is
     * @param failure what is told of a database that does not do its work
     */
    StagedListing(Connection connection, int number, Function<SQLException, IOException> failure) throws SQLException {
        this.failure = failure;
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        add = connection.prepareStatement("INSERT OR IGNORE INTO staging.listed VALUES (?, ?, ?, ?, ?)");
        file = connection.prepareStatement(
                "SELECT at, length, etag FROM staging.listed WHERE listing = ? AND name = ?");
        inside = connection.prepareStatement("""
                SELECT COUNT(*), COUNT(*) FILTER (WHERE is_file), COUNT(length) FILTER (WHERE is_file),
                  SUM(length) FILTER (WHERE is_file)
                FROM (
                  SELECT length, substr(name, -1) <> '/' AS is_file FROM staging.listed
                  WHERE listing = ? AND name > ? AND name < ?)""");
        add.setInt(1, number);
        file.setInt(1, number);
        inside.setInt(1, number);
    }

    @Override
    public boolean add(String name, Held copy) throws IOException {
        try {
            add.setString(2, name);
            add.setString(3, copy.at());
            add.setObject(4, copy.length());
            add.setString(5, copy.etag());
            return add.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public Optional<Held> file(String name) throws IOException {
        try {
            file.setString(2, name);
            try (ResultSet found = file.executeQuery()) {
                return found.next()
                        ? Optional.of(new Held(true, found.getString(1), number(found, 2), found.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public Optional<Held> directory(String name) throws IOException {
        Optional<Held> itself = file(name);
        try {
            inside.setString(2, name);
            // The character behind the slash is the zero: between the two lie all names that begin with the
            // directory's.
            inside.setString(3, name.substring(0, name.length() - 1) + "0");
            try (ResultSet found = inside.executeQuery()) {
                found.next();
                if (found.getLong(1) == 0) {
                    return itself;
                }
                boolean known = found.getLong(2) > 0 && found.getLong(2) == found.getLong(3);
                Long sum = known ? number(found, 4) : null;
                return Optional.of(itself.map(each ->
                                new Held(true, each.at(), each.length() == null ? sum : each.length(), each.etag()))
                        .orElse(new Held(true, null, sum, null)));
            }
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long number = found.getLong(column);
        return found.wasNull() ? null : number;
    }
}
