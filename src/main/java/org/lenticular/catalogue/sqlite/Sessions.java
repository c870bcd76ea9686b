package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.facts.Facts;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One published load: its images, and sessions to its database, which are opened as they are needed, and kept. Thread-safe. */
final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Path file;
    private final Session.Limits limits;
    private final ImageTable table;
    private final List<String> formats;
    private final PackedImages images;
    private final Facts facts;
    private final Words words;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free;
    private volatile boolean closed;

    private Sessions(Path file, Session.Limits limits, Session first, ImageTable table)
            throws SQLException, IOException {
        this.file = file;
        this.limits = limits;
        this.table = table;
        this.formats = About.formats(first);
        this.images = PackedImages.open(Folder.imagesOf(file));
        this.facts = Facts.open(Folder.factsOf(file));
        this.words = Words.read(first, table.statistics());
        this.free = new Semaphore(limits.queries());
    }

    /** Empty where the file was written by another version of this program: such a collection counts as not loaded. */
    static Optional<Sessions> open(Path file, Session.Limits limits) throws SQLException, IOException {
        try (Session session = Session.open(file, limits)) {
            if (!session.isOfThisVersion()) {
                return Optional.empty();
            }
            if (Files.size(file) != session.size()) {
                throw new SQLException("the file is not as long as it was written");
            }
            ImageTable table = About.read(session, Folder.version(file));
            Sessions sessions = new Sessions(file, limits, session, table);
            if (sessions.images.count() != table.images() || sessions.facts.count() != table.images()) {
                throw new IOException("the file of images or of facts is another load's");
            }
            return Optional.of(sessions);
        }
    }

    Path file() {
        return file;
    }

    ImageTable table() {
        return table;
    }

    /** The load's formats, in the order in which its images number them, from 1. */
    List<String> formats() {
        return formats;
    }

    PackedImages images() {
        return images;
    }

    Facts facts() {
        return facts;
    }

    Words words() {
        return words;
    }

    /**
     * A session, whose clock starts now; it must be {@linkplain Lease#close given back}. Empty where these sessions are closed, or the file is no
     * longer there, since two loads have followed it.
     */
    Optional<Lease> lease() {
        acquire();
        boolean leased = false;
        try {
            Session session = closed ? null : idle.pollFirst();
            if (session == null && (closed || Files.notExists(file))) {
                return Optional.empty();
            }
            if (session == null) {
                session = Session.open(file, limits);
            }
            session.clock().start();
            // Closed from now on, they close this one when it is given back.
            leased = true;
            return Optional.of(new Lease(session, this));
        } catch (SQLException e) {
            LOG.error("the catalogue file {} cannot be opened", file, e);
            throw FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
        } finally {
            if (!leased) {
                free.release();
            }
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(limits.queryTime().toMillis(), TimeUnit.MILLISECONDS)) {
                throw FaultException.unavailable("too many queries are running; try again in a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FaultException.unavailable("the service is stopping; try again in a minute");
        }
    }

    /** A session in use by one stream. */
    record Lease(Session session, Sessions of) implements AutoCloseable {
        /** Once only. */
        @Override
        public void close() {
            of.give(session);
        }
    }

    private void give(Session session) {
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
