package org.lenticular.location;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lenticular.archive.Location;

/**
 * One place: turns a product's path into its location there, and a location into what a client gets. Thread-safe. All but {@link #probe} and
 * {@link #list} answer at once, and ask no other machine.
 */
public interface LocationResolver extends AutoCloseable {
    /**
     * Where the copy is.
     *
     * @param at the copy's path at this place (any characters), or a whole location
     */
    Location locate(String at);

    /**
     * What a client gets that asked for this source: the location itself, where the operator does not want another form.
     *
     * @throws CannotSign where it must be signed, and cannot be now
     */
    default Address link(Location location) {
        return Address.of(location);
    }

    /**
     * The copy's address for a client that speaks only HTTP, signed where it must be; empty where there is none.
     *
     * @throws CannotSign where it must be signed, and cannot be now
     */
    Optional<Address> web(Location location);

    /**
     * Whether {@link #web} has an address; to be asked where the address itself is not needed, since a signature takes time.
     *
     * @throws CannotSign where {@link #web} would
     */
    default boolean isOnTheWeb(Location location) {
        return web(location).isPresent();
    }

    /**
     * The file that holds the copy, where this machine has it and serves it itself; empty otherwise. Whether it exists is not looked at. A location
     * that has one is never handed out.
     */
    default Optional<LocalFile> file(Location location) {
        return Optional.empty();
    }

    /** Whether any copy of this place can be in a cloud; a web server's never is, and need not be located to know it. */
    default boolean isCloud() {
        return true;
    }

    /** What {@code cloud_access} says of the copy; empty where it is in no cloud. */
    Optional<CloudAccess> cloudAccess(Location location);

    /** Whether who fetches a copy there is billed for it. */
    default boolean requesterPays() {
        return false;
    }

    /**
     * What is there for as long as the place is, and can be asked for without asking another machine, such as a folder; empty where nothing is. It is
     * watched whether the operator names a product to watch the place by or not.
     */
    default Optional<Location> root() {
        return Optional.empty();
    }

    /** Asks the place for the copy; within the place's own time limit. It never throws: what went wrong is in the answer. */
    default Probe probe(Location location) {
        return Probe.unknown("places of this kind cannot be asked");
    }

    /**
     * All that lies in a directory and below it; to be closed.
     *
     * @throws PlaceException where the place cannot list, or does not answer; the stream throws it as {@link java.io.UncheckedIOException}
     */
    default Stream<Listed> list(Location directory) throws PlaceException {
        throw new PlaceException("places of this kind cannot list");
    }

    /**
     * Makes ready what the first answer would otherwise wait for, such as credentials. May take seconds; called once, in no request. It never
     * throws.
     */
    default void warmUp() {}

    /** Lets go of connections. */
    @Override
    default void close() {}

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

        /** Which of its settings are paths of this machine: a relative one begins in the configuration's folder, and comes to {@link #open} absolute. */
        default Set<String> paths() {
            return Set.of();
        }

        /**
         * The resolver of one place.
         *
         * @param settings as configured, by key, all of them among {@link #settings()}
         * @throws SettingProblem naming the key that is wrong, and what would be right
         */
        LocationResolver open(Map<String, String> settings) throws SettingProblem;
    }
}
