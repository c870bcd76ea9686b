package org.lenticular.http;

import java.util.concurrent.atomic.AtomicLong;
import org.lenticular.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures of ours: the log gets all of it, the client a number by which to find it there. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final AtomicLong next = new AtomicLong(System.currentTimeMillis());

    /** Logs what went wrong while this address was answered. */
    Fault log(String address, Throwable cause) {
        String number = Long.toString(next.getAndIncrement(), 36);
        LOG.error("Failure {} at {}", number, LoggedAddress.of(address), cause);
        return new Fault(
                Fault.Word.FATAL,
                500,
                "a failure of this service, not of the request; its operator finds it in the log as number " + number);
    }
}
