package org.lenticular.table;

import org.jspecify.annotations.Nullable;

/**
 * An INFO of a VOTable.
 *
 * @param text its content, for people; null for none
 */
public record Info(String name, String value, @Nullable String text) {
    /** The name of one that says what a client should know of its answer. */
    public static final String WARNING = "warning";

    public Info(String name, String value) {
        this(name, value, null);
    }
}
