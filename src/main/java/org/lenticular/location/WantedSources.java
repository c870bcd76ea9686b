package org.lenticular.location;

import java.util.List;

/**
 * Which sources a client asked for, in its order of preference.
 *
 * @param places empty where it asked for none: then addresses are for any client, and so https only
 */
public record WantedSources(List<Place> places) {
    /** Nothing asked. */
    public static final WantedSources ANY = new WantedSources(List.of());

    public WantedSources {
        places = List.copyOf(places);
    }
}
