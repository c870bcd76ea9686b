package org.lenticular.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.config.Config.Holding;
import org.lenticular.config.Config.Place;
import org.lenticular.location.LocalFile;
import org.lenticular.location.PercentEncoding;

/**
 * What files are called at a place, whatever way they are named: by the path that comes behind the place's own address, by a whole address, by a
 * key. What is listed there and what products ask for meet by these names.
 *
 * @param base of a web server; null where it is none
 * @param folder of this machine, without dots; null where it is none
 * @param bucket null where it is no bucket
 * @param prefix of the bucket's keys
 */
record PlaceNames(
        @Nullable String base,
        @Nullable Path folder,
        @Nullable String bucket,
        String prefix) {
    /** Of no place. */
    static final PlaceNames NONE = new PlaceNames(null, null, null, "");

    /** Of a place as a collection uses it. */
    static PlaceNames of(Place place, Holding holding) {
        Map<String, String> settings = new LinkedHashMap<>(place.settings());
        settings.putAll(holding.settings());
        String folder = settings.get("folder");
        return new PlaceNames(
                settings.get("base"),
                folder == null ? null : Path.of(folder).normalize(),
                settings.get("bucket"),
                settings.getOrDefault("prefix", ""));
    }

    /** The name of what a path or whole address leads to; empty where that lies elsewhere. */
    Optional<String> of(String pathOrLocation) {
        if (folder != null) {
            return isFile(pathOrLocation)
                    ? LocalFile.named(folder, pathOrLocation).below()
                    : Optional.empty();
        }
        if (!Location.isWhole(pathOrLocation)) {
            // Where nothing stands before it, a key begins with no slash.
            return Optional.of(
                    bucket != null && prefix.isEmpty() ? pathOrLocation.replaceFirst("^/+", "") : pathOrLocation);
        }
        if (bucket == null) {
            return below(pathOrLocation);
        }
        Location location = new Location(pathOrLocation);
        String start = location.scheme() + "://" + bucket + "/";
        return !location.isWeb() && pathOrLocation.startsWith(start)
                ? ofKey(pathOrLocation.substring(start.length()))
                : Optional.empty();
    }

    /**
     * The path of what is named by all that stands before it too: by its address at a web server, by its whole path on this machine, or by that as an
     * address; empty where it is not, or lies elsewhere.
     */
    Optional<String> below(String text) {
        if (folder != null) {
            return isWhole(text)
                    ? LocalFile.named(folder, text).below().filter(path -> !path.isEmpty())
                    : Optional.empty();
        }
        if (base == null || base.isEmpty() || !text.startsWith(base)) {
            return Optional.empty();
        }
        String rest = text.substring(base.length());
        // Paths are kept as files are called.
        return rest.matches("[^?#]+")
                ? PercentEncoding.decoded(rest.replaceFirst("^/+", "")).filter(path -> !path.isEmpty())
                : Optional.empty();
    }

    /** Whether it names all that stands before it too, where this is a folder: as a whole path in it, or as an address. */
    private boolean isWhole(String text) {
        return text.startsWith(folder + "/") || text.startsWith(LocalFile.SCHEME);
    }

    /**
     * Why nothing at this place is ever served under that path or address; empty where it can be.
     *
     * @param ownName whether the table gives it as the name at just this place: then a path that begins with a slash is a whole one
     */
    Optional<String> refusal(String pathOrLocation, boolean ownName) {
        if (folder == null || !isFile(pathOrLocation)) {
            return Optional.empty();
        }
        return ownName && pathOrLocation.startsWith("/") && !isWhole(pathOrLocation)
                ? Optional.of("it is outside of " + folder + "; a path below that begins without a slash")
                : LocalFile.named(folder, pathOrLocation).refusal();
    }

    private static boolean isFile(String pathOrLocation) {
        return !Location.isWhole(pathOrLocation) || pathOrLocation.startsWith(LocalFile.SCHEME);
    }

    /** The name of a bucket's object; empty where its key has not the prefix. */
    Optional<String> ofKey(String key) {
        return key.startsWith(prefix) ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }
}
