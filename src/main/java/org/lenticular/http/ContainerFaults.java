package org.lenticular.http;

import org.lenticular.fault.Fault;
import org.lenticular.fault.Quoted;

/** What a container finds wrong before or beside the servlets, told as ours: nothing of the container shows. */
public final class ContainerFaults {
    private ContainerFaults() {}

    /**
     * The fault behind a status.
     *
     * @param address what was asked for, as it was sent; empty where it could not be read
     */
    public static Fault of(int status, String address) {
        return switch (status) {
            case 404 ->
                new Fault(Fault.Word.NOT_FOUND, status, "there is nothing at the address " + Quoted.value(address));
            case 405 ->
                new Fault(
                        Fault.Word.USAGE, status, "no method of this address; send one of " + ProtocolServlet.METHODS);
            case 408 -> new Fault(Fault.Word.USAGE, status, "the request took too long to arrive");
            case 413 -> new Fault(Fault.Word.USAGE, status, "the request is too long");
            case 414, 431 ->
                new Fault(
                        Fault.Word.USAGE,
                        status,
                        "the request's address or headers are too long; send long lists by POST");
            case 503 -> new Fault(Fault.Word.TRANSIENT, status, "the service cannot answer now");
            default ->
                status < 500
                        ? new Fault(Fault.Word.USAGE, status, "the request cannot be understood")
                        : new Fault(Fault.Word.FATAL, status, "a failure of this service, not of the request");
        };
    }
}
