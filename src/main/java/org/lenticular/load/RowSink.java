package org.lenticular.load;

import org.jspecify.annotations.Nullable;

/** Takes in a table, from front to back. */
interface RowSink {
    /** What the table's columns are; false where its rows are not wanted. */
    boolean head(TableHead head) throws Exception;

    /** The next row, its cells as STIL reads them; false where no further one is wanted. */
    boolean row(@Nullable Object[] cells) throws Exception;
}
