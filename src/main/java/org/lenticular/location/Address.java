package org.lenticular.location;

import java.time.Duration;
import java.util.Optional;
import org.lenticular.archive.Location;

/**
 * The address of a copy as a client gets it. A signed one opens the copy to whoever reads it, so it is a secret while it lives.
 *
 * @param text as it is
 * @param lifetime how long it works from now on, where it is signed; empty: for as long as the copy is there
 */
public record Address(String text, Optional<Duration> lifetime) {
    /** The location itself, which anybody may know. */
    public static Address of(Location location) {
        return new Address(location.text(), Optional.empty());
    }

    /** An address that needs no signature. */
    public static Address lasting(String text) {
        return new Address(text, Optional.empty());
    }

    /** Without its query where it is signed: this reaches logs. */
    @Override
    public String toString() {
        int query = text.indexOf('?');
        return lifetime.isEmpty() || query < 0 ? text : text.substring(0, query) + "?…";
    }
}
