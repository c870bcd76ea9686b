package org.lenticular.table;

import org.jspecify.annotations.Nullable;

/**
 * An INFO of a VOTable.
 *
 * @param text its content, for people; null for none
 */
public record Info(String name, String value, @Nullable String text) {
    public Info(String name, String value) {
        this(name, value, null);
    }
}
