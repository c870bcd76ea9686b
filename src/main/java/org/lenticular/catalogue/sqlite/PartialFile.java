package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/** The files that a load writes, and one where its images wait until all are there; nobody else reads them before they are whole. */
final class PartialFile {
    private static final int STEPS_BETWEEN_LOOKS = 100_000;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path whole;
    private final Path partial;
    private final Path staging;
    private final Path images;
    private final Path facts;
    private final Connection connection;

    private PartialFile(Path whole) throws SQLException {
        this.whole = whole;
        this.partial = partial(whole);
        this.staging = whole.resolveSibling(whole.getFileName() + ".staging");
        this.images = Folder.imagesOf(whole);
        this.facts = Folder.factsOf(whole);
        this.connection = JDBC.createConnection(JDBC.PREFIX + partial.toAbsolutePath(), properties());
    }

    private static Properties properties() {
        SQLiteConfig config = new SQLiteConfig();
        // Otherwise the driver asks for the last row's key behind every insertion.
        config.setGetGeneratedKeys(false);
        return config.toProperties();
    }

    /** @param now what the file is named by */
    static PartialFile create(Folder folder, Instant now) throws SQLException, IOException {
        PartialFile file = new PartialFile(whole(folder, now));
        try {
            file.prepare();
            return file;
        } catch (SQLException e) {
            file.discard();
            throw e;
        }
    }

    /**
     * Begins with what is served, to be changed; its images must be written anew.
     *
     * @param served the database
     * @param now what the file is named by
     */
    static PartialFile copy(Folder folder, Instant now, Path served) throws SQLException, IOException {
        Path whole = whole(folder, now);
        if (Files.exists(whole)) {
            throw new IOException(whole + " is there already; try again");
        }
        Files.copy(served, partial(whole), StandardCopyOption.REPLACE_EXISTING);
        PartialFile file = new PartialFile(whole);
        try (Statement statement = file.connection.createStatement()) {
            withoutJournal(statement);
            file.connection.setAutoCommit(false);
            file.heedInterruption();
            return file;
        } catch (SQLException e) {
            file.discard();
            throw e;
        }
    }

    private static Path whole(Folder folder, Instant now) {
        return folder.path().resolve(NAME.format(now) + Folder.ENDING);
    }

    private static Path partial(Path whole) {
        return whole.resolveSibling(whole.getFileName() + ".partial");
    }

    private static void withoutJournal(Statement statement) throws SQLException {
        // Nobody reads this file before it is whole, and one that is not is thrown away: no journal is needed.
        statement.execute("PRAGMA journal_mode = OFF");
        statement.execute("PRAGMA synchronous = OFF");
        statement.execute("PRAGMA locking_mode = EXCLUSIVE");
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 8192");
            withoutJournal(statement);
            try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS staging")) {
                attach.setString(1, staging.toAbsolutePath().toString());
                attach.execute();
            }
            statement.execute("PRAGMA staging.journal_mode = OFF");
            statement.execute("PRAGMA staging.synchronous = OFF");
            statement.execute("PRAGMA user_version = " + Schema.VERSION);
            for (String table : Schema.TABLES) {
                statement.execute(table);
            }
            statement.execute(Schema.STAGED);
            connection.setAutoCommit(false);
        }
        heedInterruption();
    }

    private void heedInterruption() throws SQLException {
        // Sorting and indexing millions of rows is one statement each; a load that is interrupted must not outlive its
        // application.
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return Thread.currentThread().isInterrupted() ? 1 : 0;
            }
        });
    }

    Connection connection() {
        return connection;
    }

    /** Where the images go. Nobody looks for them before the pointer names the database. */
    Path images() {
        return images;
    }

    /** Where what of them can be constrained goes, in the same way. */
    Path facts() {
        return facts;
    }

    /** Ends the writing, and gives the file the name that it can be served by. */
    Path finish() throws SQLException, IOException {
        connection.commit();
        connection.close();
        Files.deleteIfExists(staging);
        // Without this, a machine that loses power could keep the pointer and lose what it points to.
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Files.move(partial, whole);
    }

    /** Leaves nothing behind. */
    void discard() throws SQLException, IOException {
        try {
            connection.close();
        } finally {
            Files.deleteIfExists(partial);
            Files.deleteIfExists(staging);
            Files.deleteIfExists(whole);
            Files.deleteIfExists(images);
            Files.deleteIfExists(facts);
        }
    }
}
