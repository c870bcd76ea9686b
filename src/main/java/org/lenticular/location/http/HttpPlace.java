package org.lenticular.location.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PercentEncoding;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;

/** A web server: a base address, and the path behind it, percent-encoded. */
public final class HttpPlace implements LocationResolver {
    private final String base;
    private final HttpProbe probe;

    private HttpPlace(String base, Duration timeout) {
        this.base = base;
        this.probe = new HttpProbe(timeout);
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
    public boolean isCloud() {
        return false;
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return Optional.empty();
    }

    /** By HEAD, or by a GET of one byte where that is refused. */
    @Override
    public Probe probe(Location location) {
        return location.isWeb() ? probe.ask(location.text()) : Probe.unknown("is no web address");
    }

    @Override
    public Stream<Listed> list(Location directory) throws PlaceException {
        throw new PlaceException("web servers do not tell what lies in a directory; let a table list the files");
    }

    @Override
    public void close() {
        probe.close();
    }

    /** The kind {@code http}. */
    public static final class Kind implements LocationResolver.Kind {
        private static final String DEFAULT_TIMEOUT = "10";

        @Override
        public String name() {
            return "http";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "base", "the address that stands before each path, such as https://archive.example.org/data/",
                    "timeout",
                            "how many seconds an answer may take where the server is asked for a copy; 10 if left out");
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
            String timeout = settings.getOrDefault("timeout", DEFAULT_TIMEOUT);
            if (!timeout.matches("[1-9][0-9]{0,2}")) {
                throw new SettingProblem("timeout", "is no number of seconds; write one from 1 to 999, such as 10");
            }
            return new HttpPlace(base, Duration.ofSeconds(Integer.parseInt(timeout)));
        }
    }
}
