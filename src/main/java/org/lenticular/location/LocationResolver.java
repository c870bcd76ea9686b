package org.lenticular.location;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.archive.Location;

/** Turns a product's path into its location at one place. Immutable and thread-safe. */
public interface LocationResolver {
    /**
     * Where the copy is.
     *
     * @param at the copy's path at this place (any characters), or a whole location
     */
    Location locate(String at);

    /**
     * The copy's address for a client that speaks only HTTP; empty where there is none.
     */
    Optional<Location> web(Location location);

    /** What {@code cloud_access} says of the copy; empty where it is in no cloud. */
    Optional<CloudAccess> cloudAccess(Location location);

    /** Makes the resolvers of one kind of place; found through {@code ServiceLoader}, so that a jar of an operator's can add one. */
    interface Kind {
        /** The word in the configuration: {@code http}, {@code s3}. */
        String name();

        /** The settings it knows, each with a sentence for people; other keys are mistakes. */
        Map<String, String> settings();

        /**
         * The schemes of whole locations that its places can hand out, such as {@code https}; a table that lists another at such a place has a
         * bad row.
         */
        Set<String> schemes();

        /**
         * The resolver of one place.
         *
         * @param settings as configured, by key, all of them among {@link #settings()}
         * @throws SettingProblem naming the key that is wrong, and what would be right
         */
        LocationResolver open(Map<String, String> settings) throws SettingProblem;
    }
}
