package org.lenticular.catalogue.sqlite;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.lenticular.fault.FaultException;

/** How long a query may still take. It stands still while the client reads. */
final class QueryClock {
    private final long queryNanos;
    private final LongSupplier nanoTime;
    private long left;
    private volatile long deadline;

    QueryClock(Session.Limits limits) {
        this.queryNanos = limits.queryTime().toNanos();
        this.nanoTime = limits.nanoTime();
        start();
    }

    /** From now on the time of the next query runs. */
    void start() {
        left = queryNanos;
        goOn();
    }

    /** The client's turn: how long it takes to read a row is no time of the query. */
    void rest() {
        left = deadline - nanoTime.getAsLong();
    }

    /** The query's turn again. */
    void goOn() {
        deadline = nanoTime.getAsLong() + left;
    }

    boolean isLate() {
        return nanoTime.getAsLong() - deadline > 0;
    }

    /** What the client is told of a query that took too long. */
    FaultException late() {
        return FaultException.unavailable("the query took longer than the "
                + Duration.ofNanos(queryNanos).toSeconds()
                + " s that are allowed; ask for a smaller piece of sky or fewer rows");
    }
}
