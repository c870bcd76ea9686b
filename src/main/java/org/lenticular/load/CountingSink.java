package org.lenticular.load;

import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** Passes a table on, and keeps what it must be told of it should reading break off: how far it came, and whether it was the sink that failed. */
final class CountingSink implements RowSink {
    private final RowSink sink;
    /** STIL may call from a thread of its own. */
    private final Thread reader = Thread.currentThread();

    private long rows;
    private @Nullable Exception failure;
    private boolean closed;

    CountingSink(RowSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean head(TableHead head) throws Exception {
        try {
            return sink.head(head);
        } catch (Exception e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public boolean row(@Nullable Object[] cells) throws Exception {
        if (closed) {
            return false;
        }
        try {
            if (reader.isInterrupted()) {
                throw new InterruptedIOException("loading was interrupted");
            }
            boolean more = sink.row(cells);
            rows++;
            return more;
        } catch (Exception e) {
            failure = e;
            throw e;
        }
    }

    /** Passes on nothing more. */
    void close() {
        closed = true;
    }

    /** How many rows the sink took. */
    long rows() {
        return rows;
    }

    /** What the sink itself failed with; null where it did not. */
    @Nullable
    Exception failure() {
        return failure;
    }
}
