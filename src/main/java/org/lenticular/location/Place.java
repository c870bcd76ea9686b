package org.lenticular.location;

import java.util.Optional;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;

/**
 * One source, as one collection uses it.
 *
 * @param resolver empty for a name without a place, which holds nothing
 * @param holdsByRule whether it holds a product about which nothing is said
 */
public record Place(Source source, Optional<LocationResolver> resolver, boolean holdsByRule) {
    /** Where this source's copy of the product is; empty where it holds none. */
    public Optional<Location> locate(Product product) {
        if (resolver.isEmpty()) {
            return Optional.empty();
        }
        Held held = product.held().isEmpty() ? null : product.held().get(source.name());
        if (held == null) {
            return holdsByRule ? Optional.of(resolver.get().locate(product.path())) : Optional.empty();
        }
        return held.there()
                ? Optional.of(resolver.get().locate(held.at() == null ? product.path() : held.at()))
                : Optional.empty();
    }
}
