package org.lenticular.location;

/**
 * An address that must be signed cannot be now, since there are no credentials, or they have ended; the message is one line for the operator, and holds
 * no secret. It has no stack trace: it may come with every row of an answer.
 */
public final class CannotSign extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotSign(String message) {
        super(message, null, false, false);
    }
}
