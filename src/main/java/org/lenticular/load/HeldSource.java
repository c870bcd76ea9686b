package org.lenticular.load;

import java.io.IOException;
import org.lenticular.archive.Held;
import org.lenticular.load.inventory.InventoryException;

/** What tells which files a source holds, one after the other: a table, or a report of S3 Inventory. */
interface HeldSource {
    /** For people. */
    String name();

    /** How many lines it has; -1 where only reading tells. */
    long lines();

    /**
     * Hands all of it to the sink.
     *
     * @param badRows the share of rows that may be unusable
     * @return how many rows could not be used
     */
    long read(Sink sink, double badRows, Progress progress)
            throws IOException, TableException, TooManyBadRows, InventoryException;

    /** Takes in what a source holds. */
    interface Sink {
        /**
         * @param name by {@link PlaceNames}
         * @return false where the name has come before
         */
        boolean held(String name, Held copy) throws IOException;
    }
}
