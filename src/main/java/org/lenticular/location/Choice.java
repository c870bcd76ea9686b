package org.lenticular.location;

import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/**
 * The copy that is handed out for a product, or why there is none.
 *
 * @param address what the client gets; null where {@code fault} is not
 * @param source the name of the source that the address belongs to; null for none
 * @param note why it is not the copy that was asked for; null where it is
 * @param fault why there is no address; null where there is
 * @param copy whose address it is; null where there is none
 */
public record Choice(
        @Nullable Address address,
        @Nullable String source,
        @Nullable String note,
        @Nullable Fault fault,
        @Nullable Copy copy) {
    /** What the client gets; null where there is no copy. */
    public @Nullable String text() {
        return address == null ? null : address.text();
    }
}
