package org.lenticular.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one row, in the order of the columns, as text in VOTable's spelling ({@code NaN}, {@code +Inf}, arrays by blanks). */
public interface Cells {
    /**
     * A cell that is kept as UTF-8.
     *
     * @param plain whether no format that we write needs to escape any of it
     */
    void encoded(byte[] bytes, int offset, int length, boolean plain) throws IOException;

    /** A cell made for this answer; null and the empty text are an empty cell. */
    void text(@Nullable String value) throws IOException;
}
