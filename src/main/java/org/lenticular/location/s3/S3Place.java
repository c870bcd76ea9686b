package org.lenticular.location.s3;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lenticular.archive.Location;
import org.lenticular.fault.Nearest;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PercentEncoding;
import org.lenticular.location.SettingProblem;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** A bucket of Amazon S3: the prefix and the path behind it are the key. */
public final class S3Place implements LocationResolver {
    private static final String SCHEME = "s3://";

    private final Region region;
    /** Scheme, bucket and prefix: what stands before each path. */
    private final String start;

    private final boolean prefixed;
    private final String access;

    private S3Place(Region region, String bucket, String prefix, String access) {
        this.region = region;
        this.start = SCHEME + bucket + "/" + prefix;
        this.prefixed = !prefix.isEmpty();
        this.access = access;
    }

    @Override
    public Location locate(String at) {
        if (!Location.isWhole(at)) {
            // Keys begin with no slash; archives' lists of paths often do.
            return new Location(start + (prefixed ? at : withoutSlashes(at)));
        }
        Location whole = new Location(at);
        return whole.isWeb() ? new Location(PercentEncoding.address(at)) : whole;
    }

    @Override
    public Optional<Address> web(Location location) {
        if (location.isWeb()) {
            return Optional.of(Address.of(location));
        }
        // Without a signature, which is not made yet, only an open bucket answers a browser.
        if (!access.equals("open") || !location.text().startsWith(SCHEME)) {
            return Optional.empty();
        }
        String host = "s3." + region.id() + "." + domain();
        String holder = bucketOf(location);
        String key = PercentEncoding.path(keyOf(location));
        // A name with a dot in it would not match the certificate of *.s3.….
        return Optional.of(Address.lasting(
                holder.indexOf('.') < 0
                        ? "https://" + holder + "." + host + "/" + key
                        : "https://" + host + "/" + holder + "/" + key));
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return location.text().startsWith(SCHEME)
                ? Optional.of(new CloudAccess("aws", bucketOf(location), region.id(), keyOf(location), access))
                : Optional.empty();
    }

    private static String withoutSlashes(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }

    private static String bucketOf(Location location) {
        String text = location.text();
        int end = text.indexOf('/', SCHEME.length());
        return end < 0 ? text.substring(SCHEME.length()) : text.substring(SCHEME.length(), end);
    }

    private static String keyOf(Location location) {
        int end = location.text().indexOf('/', SCHEME.length());
        return end < 0 ? "" : location.text().substring(end + 1);
    }

    private String domain() {
        RegionMetadata metadata = region.metadata();
        return metadata == null ? "amazonaws.com" : metadata.partition().dnsSuffix();
    }

    /** The kind {@code s3}. */
    public static final class Kind implements LocationResolver.Kind {
        private static final Set<String> ACCESS = Set.of("open", "region", "restricted", "none");
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
        private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

        @Override
        public String name() {
            return "s3";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "region", "where the bucket is, as AWS spells it, such as us-east-1",
                    "bucket", "the bucket's name",
                    "prefix", "what stands before each path in the keys, such as data/; nothing where it is left out",
                    "access",
                            "who may read: open (anyone), region (from inside the region), restricted (with credentials), none");
        }

        @Override
        public Set<String> schemes() {
            return Set.of("s3", "https", "http");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            String bucket = required(settings, "bucket", "nasa-heasarc");
            if (!BUCKET.matcher(bucket).matches()) {
                throw new SettingProblem(
                        "bucket",
                        "is no name that a bucket can have: 3 to 63 lower-case letters, digits, dots, hyphens");
            }
            String access = settings.getOrDefault("access", "open").toLowerCase(Locale.ROOT);
            if (!ACCESS.contains(access)) {
                throw new SettingProblem("access", "is none of open, region, restricted, none");
            }
            String prefix = settings.getOrDefault("prefix", "");
            if (prefix.startsWith("/")) {
                throw new SettingProblem("prefix", "begins with a slash, which keys do not; leave it away");
            }
            return new S3Place(region(required(settings, "region", "us-east-1")), bucket, prefix, access);
        }

        private static String required(Map<String, String> settings, String key, String example) throws SettingProblem {
            String value = settings.get(key);
            if (value == null || value.isBlank()) {
                throw new SettingProblem(key, "is missing; a place of kind s3 needs it, such as " + example);
            }
            return value;
        }

        private static Region region(String name) throws SettingProblem {
            Region region = Region.of(name);
            if (!Region.regions().contains(region) || region.isGlobalRegion()) {
                Optional<String> nearest = Nearest.of(
                        name,
                        Region.regions().stream()
                                .filter(known -> !known.isGlobalRegion())
                                .map(Region::id)
                                .toList());
                throw new SettingProblem(
                        "region",
                        "is no region of AWS"
                                + nearest.map(known -> "; " + known + "?").orElse(", such as us-east-1"));
            }
            return region;
        }
    }
}
