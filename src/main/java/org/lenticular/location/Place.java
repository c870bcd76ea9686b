package org.lenticular.location;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.PathPatterns;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;

/**
 * One source, as one collection uses it.
 *
 * @param resolver empty for a name without a place, which holds nothing
 * @param rule which products it holds of those about which nothing is said
 * @param health whether its copies can be had now
 */
public record Place(Source source, Optional<LocationResolver> resolver, PathPatterns rule, PlaceHealth health) {
    /** A place that nobody watches. */
    public Place(Source source, Optional<LocationResolver> resolver, PathPatterns rule) {
        this(source, resolver, rule, PlaceHealth.UP);
    }

    /** @param holdsByRule whether it holds a product about which nothing is said */
    public Place(Source source, Optional<LocationResolver> resolver, boolean holdsByRule) {
        this(source, resolver, holdsByRule ? PathPatterns.ALL : PathPatterns.NONE);
    }

    /** A source that holds nothing here, since only another collection has it. */
    static Place nowhere(Source source) {
        return new Place(source, Optional.empty(), false);
    }

    /** The same for the making of one answer ({@link PlaceHealth#forAnswer}); itself where that makes no difference. */
    Place forAnswer() {
        PlaceHealth own = health.forAnswer();
        return own == health ? this : new Place(source, resolver, rule, own);
    }

    /** Where this source's copy of the product is; empty where it holds none. */
    public Optional<Location> locate(Product product) {
        return Optional.ofNullable(location(product));
    }

    /** A file that is never served is no copy: nobody is sent to it, and whoever asks why is told that there is none. */
    private @Nullable Location location(Product product) {
        Location named = named(product);
        return named == null || refusal(named).isPresent() ? null : named;
    }

    private Optional<String> refusal(Location named) {
        return resolver.flatMap(each -> each.file(named)).flatMap(LocalFile::refusal);
    }

    /** Why the file that this source is said to hold is never served from here; empty where it is, or holds none. */
    Optional<String> refusal(Product product) {
        Location named = named(product);
        return named == null ? Optional.empty() : refusal(named);
    }

    private @Nullable Location named(Product product) {
        if (resolver.isEmpty()) {
            return null;
        }
        Held held = product.held().isEmpty() ? null : product.held().get(source.name());
        if (held == null) {
            return rule.match(product.path()) ? resolver.get().locate(product.path()) : null;
        }
        return held.there() ? resolver.get().locate(held.at() == null ? product.path() : held.at()) : null;
    }

    /** The same as a copy; null where it holds none. */
    @Nullable
    Copy copy(Product product) {
        Location location = location(product);
        return location == null ? null : new Copy(this, location);
    }
}
