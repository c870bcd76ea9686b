package org.lenticular.location;

import org.jspecify.annotations.Nullable;
import org.lenticular.archive.LinkAuth;
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

    /**
     * Whether one must be logged in to follow the address: as the operator says, else as the copy's cloud has it ({@code open}, {@code
     * restricted}); null where nothing tells, and where there is no copy. Who has a signed address needs nothing else.
     */
    public @Nullable LinkAuth linkAuth() {
        if (address == null || copy == null) {
            return null;
        }
        if (address.lifetime().isPresent()) {
            return LinkAuth.FALSE;
        }
        LinkAuth told = copy.place().source().linkAuth();
        return told != null ? told : byCloud(copy);
    }

    private static @Nullable LinkAuth byCloud(Copy copy) {
        String access = copy.place()
                .resolver()
                .flatMap(resolver -> resolver.cloudAccess(copy.location()))
                .map(CloudAccess::access)
                .orElse("");
        return switch (access) {
            case "open" -> LinkAuth.FALSE;
            case "restricted" -> LinkAuth.TRUE;
            // From within the region it needs no name, but is no place for everybody.
            default -> null;
        };
    }
}
