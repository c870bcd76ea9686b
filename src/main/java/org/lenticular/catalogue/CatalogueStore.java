package org.lenticular.catalogue;

import java.io.IOException;
import java.util.Optional;

/** A place where catalogues are kept; one engine each. Thread-safe. */
public interface CatalogueStore {
    /** Begins to take in a collection anew. */
    CatalogueWriter write(String collection) throws IOException;

    /**
     * Begins to write into a collection what was learned of its copies.
     *
     * @param version of the load that it was learned of
     * @throws IOException where another load is served by now, or a load runs
     */
    HeldWriter amend(String collection, String version) throws IOException;

    /** What the collection that is served now was read from, as {@link CatalogueWriter#publish} was told; empty where none is, or none that can be read. */
    Optional<String> inputs(String collection) throws IOException;

    /** Opens what is published, for reading. */
    Catalogue open();
}
