package org.lenticular.archive;

import java.util.List;

/**
 * What a DataLink {@code ID} names.
 *
 * @param id the identifier, byte for byte as the archive writes it
 * @param products in the order in which they are linked; the first is its {@code #this}; empty where the identifier is not known
 */
public record Dataset(String id, List<Product> products) {
    public Dataset {
        products = List.copyOf(products);
    }
}
