package org.lenticular.load;

import java.util.Optional;
import org.lenticular.fault.Quoted;

/** A row cannot be used: which column is to blame, what it holds, and why that will not do. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private BadRow(String message) {
        // Thrown for many rows of a bad table; where it was thrown is of no interest.
        super(message, null, false, false);
    }

    static BadRow of(String column, String value, String why) {
        return new BadRow(column + ": " + Quoted.value(value) + " " + Quoted.oneLine(why));
    }

    static BadRow of(String why) {
        return new BadRow(Quoted.oneLine(why));
    }

    String reason() {
        return Optional.ofNullable(getMessage()).orElse("");
    }
}
