package org.lenticular.vosi;

import java.time.Instant;
import java.util.List;

/**
 * Whether the service can be used now (VOSI 1.1 §2.3).
 *
 * @param available whether it can
 * @param upSince when it started
 * @param notes what people should know, a phrase each: what is down
 */
public record Availability(boolean available, Instant upSince, List<String> notes) {
    public Availability {
        notes = List.copyOf(notes);
    }
}
