package org.lenticular.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.lenticular.config.Config;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/**
 * A request's body that ends in a fault when it is too long, or takes too long to arrive. A container limits each read, not their sum: a body
 * that comes a byte at a time would hold its thread for as long as the client likes.
 */
final class LimitedBody extends InputStream {
    private final InputStream in;
    private final Config.Limits limits;
    private final LongSupplier nanoTime;
    private final long start;
    private long read;
    private boolean finished;

    LimitedBody(InputStream in, Config.Limits limits, LongSupplier nanoTime) {
        this.in = in;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** The fault of a body of more than these bytes. */
    static FaultException tooLong(Config.Limits limits) {
        return FaultException.usage(
                413, "the request's body is too long; the limit of this service is " + limits.maxBody() + " bytes");
    }

    /** Whether nothing of the body is left to come. */
    boolean finished() {
        return finished;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (nanoTime.getAsLong() - start > limits.bodyTime().toNanos()) {
            throw new FaultException(new Fault(
                    Fault.Word.USAGE,
                    408,
                    "the request's body took too long to arrive; the limit of this service is "
                            + limits.bodyTime().toSeconds() + " seconds"));
        }
        int count = in.read(buffer, offset, length);
        finished = count < 0;
        read += Math.max(count, 0);
        if (read > limits.maxBody()) {
            throw tooLong(limits);
        }
        return count;
    }
}
