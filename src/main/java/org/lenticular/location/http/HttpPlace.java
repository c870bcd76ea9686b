package org.lenticular.location.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PercentEncoding;
import org.lenticular.location.SettingProblem;

/** A web server: a base address, and the path behind it, percent-encoded. */
public final class HttpPlace implements LocationResolver {
    private final String base;

    private HttpPlace(String base) {
        this.base = base;
    }

    @Override
    public Location locate(String at) {
        if (!Location.isWhole(at)) {
            return new Location(base + PercentEncoding.path(at));
        }
        Location whole = new Location(at);
        return whole.isWeb() ? new Location(PercentEncoding.address(at)) : whole;
    }

    @Override
    public Optional<Address> web(Location location) {
        return location.isWeb() ? Optional.of(Address.of(location)) : Optional.empty();
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return Optional.empty();
    }

    /** The kind {@code http}. */
    public static final class Kind implements LocationResolver.Kind {
        @Override
        public String name() {
            return "http";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "base", "the address that stands before each path, such as https://archive.example.org/data/");
        }

        @Override
        public Set<String> schemes() {
            return Set.of("https", "http");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            String base = settings.get("base");
            if (base == null) {
                throw new SettingProblem(
                        "base", "is missing; a place of kind http needs it, such as https://archive.example.org/data/");
            }
            String start = base.toLowerCase(Locale.ROOT);
            if (!start.matches("https?://[^/?#\\s]+[/?][^#]*") || !base.equals(PercentEncoding.address(base))) {
                throw new SettingProblem(
                        "base",
                        "is no web address that paths can follow; write one such as https://archive.example.org/data/");
            }
            return new HttpPlace(base);
        }
    }
}
