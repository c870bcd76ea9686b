package org.lenticular.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a form that has no place to say that they broke off. Such an answer must not look whole: {@link #requireWhole} then throws what broke
 * them, so that the client gets a fault, or a connection that ends in the middle.
 */
final class UnmarkedRows implements Rows {
    private final Rows rows;
    private @Nullable RuntimeException broken;

    UnmarkedRows(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            return rows.next(cells);
        } catch (RuntimeException e) {
            broken = e;
            return false;
        }
    }

    /** To be called when they have ended. */
    void requireWhole() {
        if (broken != null) {
            throw broken;
        }
    }
}
