package org.lenticular.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.config.Config.Holding;
import org.lenticular.config.Config.Place;

/**
 * What files are called at a place, whatever way they are named: by the path that comes behind the place's own address, by a whole address, by a
 * key. What is listed there and what products ask for meet by these names.
 *
 * @param base of a web server; null where it is none
 * @param bucket null where it is no bucket
 * @param prefix of the bucket's keys
 */
record PlaceNames(@Nullable String base, @Nullable String bucket, String prefix) {

    /** Of a place as a collection uses it. */
    static PlaceNames of(Place place, Holding holding) {
        Map<String, String> settings = new LinkedHashMap<>(place.settings());
        settings.putAll(holding.settings());
        return new PlaceNames(settings.get("base"), settings.get("bucket"), settings.getOrDefault("prefix", ""));
    }

    /** The name of what a path or whole address leads to; empty where that lies elsewhere. */
    Optional<String> of(String pathOrLocation) {
        if (!Location.isWhole(pathOrLocation)) {
            // Where nothing stands before it, a key begins with no slash.
            return Optional.of(
                    bucket != null && prefix.isEmpty() ? pathOrLocation.replaceFirst("^/+", "") : pathOrLocation);
        }
        if (bucket == null) {
            Address address = Address.of(pathOrLocation, base);
            return address.atDefault().isEmpty() ? Optional.of(address.path()) : Optional.empty();
        }
        Location location = new Location(pathOrLocation);
        String start = location.scheme() + "://" + bucket + "/";
        return !location.isWeb() && pathOrLocation.startsWith(start)
                ? ofKey(pathOrLocation.substring(start.length()))
                : Optional.empty();
    }

    /** The name of a bucket's object; empty where its key has not the prefix. */
    Optional<String> ofKey(String key) {
        return key.startsWith(prefix) ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }
}
