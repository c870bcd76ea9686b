package org.lenticular.vosi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Images;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.LastMade;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.WantedFormats;

/** An image of each collection that is really there: queries for it, which validators run, find something. Thread-safe. */
final class ExampleImages {
    private final Catalogue catalogue;
    private final Map<String, LastMade<String, Optional<ExampleImage>>> known = new ConcurrentHashMap<>();

    /**
     * The first image of a collection's order.
     *
     * @param ra of its centre, degrees
     * @param dec of its centre, degrees
     * @param did its {@code obs_publisher_did}; empty where it has none
     * @param dataset the identifier that its links are found by; empty where it has none
     */
    record ExampleImage(double ra, double dec, String did, String dataset) {}

    ExampleImages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Empty where the collection is not loaded, or none of its images has a place on the sky. */
    Optional<ExampleImage> of(String collection) {
        try {
            String version = catalogue.table(collection).version();
            return known.computeIfAbsent(collection, name -> new LastMade<>()).of(version, key -> find(collection));
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    private Optional<ExampleImage> find(String collection) {
        try (Images images = catalogue.search(collection, new ImageQuery(Optional.empty(), WantedFormats.ALL))) {
            return images.next() ? image(images) : Optional.empty();
        }
    }

    private static Optional<ExampleImage> image(Images images) {
        Double ra = null;
        Double dec = null;
        String did = "";
        String dataset = "";
        for (StoredColumn column : images.table().columns()) {
            images.row().advance();
            String cell = images.row().text();
            ra = ra == null && (column.is("s_ra") || column.is("SIA_ra")) ? number(cell) : ra;
            dec = dec == null && (column.is("s_dec") || column.is("SIA_dec")) ? number(cell) : dec;
            did = column.is("obs_publisher_did") ? cell : did;
            dataset = column.is("datalink") ? cell : dataset;
        }
        return ra == null || dec == null ? Optional.empty() : Optional.of(new ExampleImage(ra, dec, did, dataset));
    }

    private static @Nullable Double number(String cell) {
        try {
            double number = Double.parseDouble(cell);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What is known of a collection's images as a whole; empty where it is not loaded. */
    Optional<ImageTable> table(String collection) {
        try {
            return Optional.of(catalogue.table(collection));
        } catch (FaultException e) {
            return Optional.empty();
        }
    }
}
