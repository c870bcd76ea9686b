package org.lenticular.location;

import java.io.IOException;

/** A place did not do what it was asked; the message is one line for people: what is wrong, and what to do. It holds no secret. */
public final class PlaceException extends IOException {
    private static final long serialVersionUID = 1L;

    public PlaceException(String message) {
        super(message);
    }

    /** @param cause for the log */
    public PlaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
