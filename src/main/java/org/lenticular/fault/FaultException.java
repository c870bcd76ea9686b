package org.lenticular.fault;

/** Carries a {@link Fault} from where it is found to the one place that renders it. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public FaultException(Fault fault) {
        // A client's mistake is no event of ours: it needs no stack trace, and building one costs more than the answer.
        super(fault.text(), null, false, fault.status() >= 500);
        this.fault = fault;
    }

    private FaultException(Fault fault, Throwable cause) {
        super(fault.text(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** A client's mistake in one parameter: its name, the value it sent, and what would be right. */
    public static FaultException usage(String parameter, String value, String right) {
        return usage(parameter + ": " + Quoted.value(value) + " " + right);
    }

    /** A client's mistake that is not about one value. */
    public static FaultException usage(String message) {
        return new FaultException(new Fault(Fault.Word.USAGE, 400, message));
    }

    /** A client's mistake with a status of its own: 404, 405, 413, 414. */
    public static FaultException usage(int status, String message) {
        return new FaultException(new Fault(Fault.Word.USAGE, status, message));
    }

    /** An address that names nothing here. */
    public static FaultException notFound(String message) {
        return new FaultException(new Fault(Fault.Word.NOT_FOUND, 404, message));
    }

    /** Something of ours is not there now, and will be. */
    public static FaultException unavailable(String message) {
        return new FaultException(new Fault(Fault.Word.TRANSIENT, 503, message));
    }

    /** A failure of ours; the cause goes to the log, never to the client. */
    public static FaultException fatal(String message, Throwable cause) {
        return new FaultException(new Fault(Fault.Word.FATAL, 500, message), cause);
    }
}
