package org.lenticular.location;

/** A jar beside the program offers a kind of place that cannot be used; the message says which, and what to do. */
public final class KindProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KindProblem(String message) {
        super(message);
    }
}
