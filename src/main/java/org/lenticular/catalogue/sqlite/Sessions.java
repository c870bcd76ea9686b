package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions to one published file; they are opened as they are needed, and kept. Thread-safe. */
final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    /** More answers at a time than this wait for one another: each holds a session while its client reads. */
    private static final int MOST = 64;

    private final Path file;
    private final Duration queryTime;
    private final ImageTable table;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean closed;

    private Sessions(Path file, Duration queryTime, ImageTable table) {
        this.file = file;
        this.queryTime = queryTime;
        this.table = table;
    }

    static Sessions open(Path file, Duration queryTime) throws SQLException, IOException {
        if (Files.size(file) == 0) {
            throw new SQLException("the file is empty");
        }
        try (Session session = Session.open(file, queryTime)) {
            if (!session.isOfThisVersion()) {
                throw new SQLException("the file is of another version of this program: load the collection again");
            }
            String name = file.getFileName().toString();
            return new Sessions(
                    file, queryTime, About.read(session, name.substring(0, name.length() - Folder.ENDING.length())));
        }
    }

    Path file() {
        return file;
    }

    ImageTable table() {
        return table;
    }

    /** Takes a session, whose clock starts now; it must be {@linkplain #give given} back. */
    Session take() {
        try {
            if (!free.tryAcquire(queryTime.toMillis(), TimeUnit.MILLISECONDS)) {
                throw FaultException.unavailable("too many queries are running; try again in a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FaultException.unavailable("the service is stopping; try again in a minute");
        }
        Session session = idle.pollFirst();
        try {
            if (session == null) {
                session = Session.open(file, queryTime);
            }
            session.startClock();
            return session;
        } catch (SQLException e) {
            free.release();
            LOG.error("the catalogue file {} cannot be opened", file, e);
            throw FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
        }
    }

    void give(Session session) {
        if (closed) {
            close(session);
        } else {
            idle.addFirst(session);
            if (closed) {
                // Closed in between: whoever emptied the queue may not have seen this one.
                closeIdle();
            }
        }
        free.release();
    }

    /** Closes the sessions that are idle now, and each other one when it is given back. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            close(session);
        }
    }

    private void close(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.warn("a session to {} did not close: {}", file, e.getMessage());
        }
    }
}
