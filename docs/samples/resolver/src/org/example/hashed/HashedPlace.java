package org.example.hashed;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.SettingProblem;

/** A web store that keeps each file by a UUID made of its path (RFC 4122, version 3): {@code base + "5d/5d41402a-…"}. */
public record HashedPlace(String base) implements LocationResolver {
    @Override
    public Location locate(String at) {
        String hash = UUID.nameUUIDFromBytes(at.getBytes(StandardCharsets.UTF_8)).toString();
        return new Location(Location.isWhole(at) ? at : base + hash.substring(0, 2) + "/" + hash);
    }

    @Override
    public Optional<Address> web(Location location) {
        return location.isWeb() ? Optional.of(Address.of(location)) : Optional.empty();
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return Optional.empty();
    }

    /** The kind {@code hashed}, which {@code META-INF/services} names. */
    public static final class Kind implements LocationResolver.Kind {
        @Override
        public String name() {
            return "hashed";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("base", "the store's address, such as https://store.example.org/objects/");
        }

        @Override
        public Set<String> schemes() {
            return Set.of("https", "http");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            String base = settings.getOrDefault("base", "");
            if (!base.matches("https?://.+/")) {
                throw new SettingProblem("base", "is no address that ends with a slash; write the store's own");
            }
            return new HashedPlace(base);
        }
    }
}
