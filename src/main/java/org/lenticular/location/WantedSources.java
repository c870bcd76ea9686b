package org.lenticular.location;

import java.util.List;

/**
 * Which sources a client asked for, in its order of preference.
 *
 * @param places empty where it asked for none: then addresses are for any client, and so https only
 * @param every whether it asked for every copy ({@code source=all})
 */
public record WantedSources(List<Place> places, boolean every) {
    /** Nothing asked. */
    public static final WantedSources ANY = new WantedSources(List.of(), false);

    /** Every copy. */
    static final WantedSources EVERY = new WantedSources(List.of(), true);

    public WantedSources {
        places = List.copyOf(places);
    }
}
