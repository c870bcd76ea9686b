package org.lenticular.audit;

import java.util.List;
import java.util.Optional;

/**
 * What places said of one product.
 *
 * @param dataset its identifier
 * @param path the product's, in its collection
 * @param copies one for each place that holds it by the catalogue and is asked for it, in the order of the collection's sources
 */
public record AskedProduct(String dataset, String path, String semantics, List<AskedCopy> copies) {
    public AskedProduct {
        copies = List.copyOf(copies);
    }

    /** What this place said, where it did. */
    Optional<AskedCopy> settled(String source) {
        return copies.stream()
                .filter(copy -> copy.source().equals(source) && !copy.isOpen())
                .findFirst();
    }

    /** Whether a place did not say if it has a copy. */
    boolean isOpen() {
        return copies.stream().anyMatch(AskedCopy::isOpen);
    }
}
