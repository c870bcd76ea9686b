package org.lenticular.load;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Counts the rows of one table that cannot be used, names the first of them, and says when they are too many. */
final class BadRows {
    private static final int NAMED = 20;
    /** Before this many rows, a few bad ones are no share. */
    private static final long ENOUGH = 100;

    private final double allowed;
    private final Consumer<String> told;
    private String first = "";
    private long read;
    private long bad;

    /** @param allowed the share, from 0 to 1 */
    BadRows(double allowed, Consumer<String> told) {
        this.allowed = allowed;
        this.told = told;
    }

    void good() {
        read++;
    }

    void bad(Path file, long row, BadRow why) throws TooManyBadRows {
        read++;
        bad++;
        if (bad <= NAMED) {
            String message = file.getFileName() + " row " + row + ": " + why.reason();
            first = bad == 1 ? message : first;
            told.accept(message);
        } else if (bad == NAMED + 1) {
            told.accept("and more rows that cannot be used; they are only counted");
        }
        if (read >= ENOUGH) {
            check();
        }
    }

    /** A row that was good until another showed that it is not. */
    void spoiled(Path file, long row, BadRow why) throws TooManyBadRows {
        read--;
        bad(file, row, why);
    }

    /** At a table's end. */
    void check() throws TooManyBadRows {
        if (bad > allowed * read) {
            throw new TooManyBadRows(bad, read, allowed, first);
        }
    }

    long count() {
        return bad;
    }
}
