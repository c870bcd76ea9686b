package org.lenticular.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.SettingProblem;

/** Kinds of places for tests of the configuration alone: they check settings and lead nowhere. */
final class Kinds {
    /** {@code http} wants a base; {@code s3} a bucket, a region of AWS and one of the words of access. */
    static final Map<String, LocationResolver.Kind> FAKE = Map.of("http", new Http(), "s3", new S3());

    private Kinds() {}

    /** Those that the program has, and fakes for those that it has not yet. */
    static Map<String, LocationResolver.Kind> real() {
        Map<String, LocationResolver.Kind> kinds = new LinkedHashMap<>(FAKE);
        ServiceLoader.load(LocationResolver.Kind.class).forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }

    private record Nowhere() implements LocationResolver {
        @Override
        public Location locate(String at) {
            return new Location("https://nowhere.example/" + at);
        }

        @Override
        public Optional<Address> web(Location location) {
            return Optional.of(Address.of(location));
        }

        @Override
        public Optional<CloudAccess> cloudAccess(Location location) {
            return Optional.empty();
        }
    }

    private record Http() implements LocationResolver.Kind {
        @Override
        public String name() {
            return "http";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("base", "the address that paths come behind");
        }

        @Override
        public Set<String> schemes() {
            return Set.of("https");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            String base = require(settings, "base");
            if (!base.startsWith("http")) {
                throw new SettingProblem("base", "is no web address; write https://…");
            }
            return new Nowhere();
        }
    }

    private record S3() implements LocationResolver.Kind {
        @Override
        public String name() {
            return "s3";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("region", "…", "bucket", "…", "prefix", "…", "access", "…", "secret_key", "…");
        }

        @Override
        public Set<String> schemes() {
            return Set.of("s3");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            require(settings, "bucket");
            if (!require(settings, "region").matches("[a-z]+-[a-z]+-[0-9]")) {
                throw new SettingProblem("region", "is no region of AWS; write one such as us-east-1");
            }
            if (!Set.of("open", "region", "restricted", "none").contains(settings.getOrDefault("access", "open"))) {
                throw new SettingProblem("access", "is no access; write open, region, restricted or none");
            }
            if (settings.getOrDefault("secret_key", "long enough").length() < 8) {
                throw new SettingProblem("secret_key", "is too short: " + settings.get("secret_key"));
            }
            return new Nowhere();
        }
    }

    private static String require(Map<String, String> settings, String key) throws SettingProblem {
        String value = settings.get(key);
        if (value == null) {
            throw new SettingProblem(key, "is missing; the kind needs it");
        }
        return value;
    }
}
