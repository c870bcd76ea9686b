package org.lenticular.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of rows, read once, front to back. Not thread-safe. */
public interface Rows extends AutoCloseable {
    /** Writes the next row's cells, all or none of them; false where there is no further row. */
    boolean next(Cells cells) throws IOException;

    /** Whether rows were left out at the end; known when {@link #next} has said false (DALI 1.1 §4.4.1). */
    default boolean overflowed() {
        return false;
    }

    /** A sentence for people about the limit that cut the rows; null where none did. */
    default @Nullable String overflowMessage() {
        return null;
    }

    /** Descriptors that rows refer to, besides those that stand in the document in any case; known when {@link #next} has said false. */
    default List<ServiceDescriptor> descriptors() {
        return List.of();
    }

    /** What is to be said of the rows behind them, such as where they go on; known when {@link #next} has said false. */
    default List<Info> infos() {
        return List.of();
    }

    @Override
    default void close() {}

    /** No row at all. */
    static Rows none() {
        return cells -> false;
    }

    /** Rows that are at hand: few, and of this answer only. */
    static Rows of(List<List<@Nullable String>> rows) {
        var each = rows.iterator();
        return cells -> {
            if (!each.hasNext()) {
                return false;
            }
            for (String cell : each.next()) {
                cells.text(cell);
            }
            return true;
        };
    }
}
