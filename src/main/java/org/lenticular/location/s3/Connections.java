package org.lenticular.location.s3;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connections of all places of one kind: those that are set up alike share one. Thread-safe. */
final class Connections {
    private final Clock clock;
    private final Map<Connection.Key, Shared> open = new HashMap<>();

    private static final class Shared {
        private final Connection connection;
        private int users;

        Shared(Connection connection) {
            this.connection = connection;
        }
    }

    /** A place is asked that was closed before. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("the service stops, and asks no more");
        }
    }

    Connections(Clock clock) {
        this.clock = clock;
    }

    Lease lease(Connection.Key key) {
        return new Lease(key);
    }

    private synchronized Connection take(Connection.Key key) {
        Shared shared = open.computeIfAbsent(key, each -> new Shared(new Connection(each, clock)));
        shared.users++;
        return shared.connection;
    }

    private void giveBack(Connection.Key key) {
        Connection unused;
        synchronized (this) {
            Shared shared = open.get(key);
            if (shared == null || --shared.users > 0) {
                return;
            }
            open.remove(key);
            unused = shared.connection;
        }
        unused.close();
    }

    /** One place's share in a connection, taken when it is first needed. */
    final class Lease implements AutoCloseable {
        private final Connection.Key key;
        private volatile @Nullable Connection connection;
        private boolean closed;

        private Lease(Connection.Key key) {
            this.key = key;
        }

        /** @throws Closed once this is closed */
        Connection get() {
            Connection taken = connection;
            return taken == null ? first() : taken;
        }

        private synchronized Connection first() {
            if (closed) {
                throw new Closed();
            }
            Connection taken = connection;
            if (taken == null) {
                taken = take(key);
                connection = taken;
            }
            return taken;
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (connection != null) {
                connection = null;
                giveBack(key);
            }
        }
    }
}
