package org.lenticular.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.query.ImageQuery;

/** Where images, datasets and products are found. Thread-safe; what it hands out belongs to one thread each and must be closed. */
public interface Catalogue extends AutoCloseable {
    /** How fine the coverage is that is kept: cells of 6.9 minutes of arc. */
    int COVERAGE_ORDER = 9;

    /**
     * What is known of a collection's images as a whole; cheap.
     *
     * @throws org.lenticular.fault.FaultException {@code TransientFault} where the collection is not loaded
     */
    ImageTable table(String collection);

    /**
     * The collection's images that meet the query, in the catalogue's own order, which stays the same until the next load.
     *
     * @throws org.lenticular.fault.FaultException {@code TransientFault} where the catalogue cannot be read, or the query takes too long (then
     *     also from the stream)
     */
    default Images search(String collection, ImageQuery query) {
        return search(collection, query, 0);
    }

    /**
     * The same from one image on.
     *
     * @param from the {@link Images#number} of the first that may be handed out
     */
    Images search(String collection, ImageQuery query, long from);

    /** How many images meet the query; none is read whole. Faults as {@link #search} has them. */
    long count(String collection, ImageQuery query);

    /**
     * What of the sky the collection's images cover, to the order {@link #COVERAGE_ORDER}: worked out when it was loaded.
     *
     * @throws org.lenticular.fault.FaultException as {@link #table} has it
     */
    Moc coverage(String collection);

    /**
     * Adds the footprints of images that meet the query, in the catalogue's order. Faults as {@link #search} has them; what the adding takes is time of
     * the query.
     *
     * @param most images that are looked at
     * @return how many there were, those among them that have no footprint
     */
    long cover(String collection, ImageQuery query, long most, CoveredSky sky);

    /**
     * The datasets of these identifiers, one for each, in the order asked; one that is not known has no products.
     *
     * @param ids all different
     */
    Datasets datasets(String collection, List<String> ids);

    /**
     * The datasets that images belong to, by the images' {@code obs_publisher_did}; what is not known has no entry.
     *
     * @param dids all different; compared without regard to case, as SIA 2.0 does
     */
    Map<String, String> datasetsOf(String collection, List<String> dids);

    /** The product of this path, with the name of its dataset; empty where the collection has none. */
    Optional<org.lenticular.archive.Product> product(String collection, String path);

    /**
     * All datasets from one on, in an order of their own, which stays the same until the next load.
     *
     * @param from the identifier of the first; empty: from the beginning
     * @throws org.lenticular.fault.FaultException {@code TransientFault} where the collection is not loaded, or cannot be read
     */
    Datasets allDatasets(String collection, String from);

    /** How many products the collection has; it counts them. */
    long products(String collection);

    /** Lets go of all that is open, and opens nothing again: a call that follows fails with {@code TransientFault}. */
    @Override
    void close();
}
