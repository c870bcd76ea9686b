package org.lenticular.cli;

/** Ends a command with exit code 1 and these words on standard error. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
