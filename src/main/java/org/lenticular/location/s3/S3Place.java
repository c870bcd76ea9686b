package org.lenticular.location.s3;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CannotSign;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PercentEncoding;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** A bucket of a server that speaks S3, Amazon's or another: the prefix and the path behind it are the key. */
public final class S3Place implements LocationResolver {
    private static final Logger LOG = LoggerFactory.getLogger(S3Place.class);

    private final BucketSettings settings;
    private final Connections.Lease connection;
    /** Scheme, bucket and prefix: what stands before each path. */
    private final String start;
    /** Whether it could sign the last time: that it cannot is told once in the log. */
    private volatile boolean signs = true;

    S3Place(BucketSettings settings, Connections connections) {
        this.settings = settings;
        this.connection = connections.lease(settings.connection());
        this.start = settings.cloud().scheme() + "://" + settings.bucket() + "/" + settings.prefix();
    }

    @Override
    public Location locate(String at) {
        if (!Location.isWhole(at)) {
            // Keys begin with no slash; archives' lists of paths often do.
            return new Location(start + (settings.prefix().isEmpty() ? withoutSlashes(at) : at));
        }
        Location whole = new Location(at);
        return whole.isWeb() ? new Location(PercentEncoding.address(at)) : whole;
    }

    @Override
    public Address link(Location location) {
        Optional<ObjectName> object = ObjectName.of(location, settings.cloud());
        return switch (settings.links()) {
            case LOCATION -> Address.of(location);
            case HTTPS ->
                object.map(each -> Address.lasting(settings.server().address(each)))
                        .orElse(Address.of(location));
            case PRESIGNED -> object.map(this::signed).orElse(Address.of(location));
        };
    }

    @Override
    public Optional<Address> web(Location location) {
        if (location.isWeb()) {
            return Optional.of(Address.of(location));
        }
        Optional<ObjectName> object = ObjectName.of(location, settings.cloud());
        if (settings.signsForTheWeb()) {
            return object.map(this::signed);
        }
        return settings.openToTheWeb()
                ? object.map(each -> Address.lasting(settings.server().address(each)))
                : Optional.empty();
    }

    @Override
    public boolean isOnTheWeb(Location location) {
        if (location.isWeb()) {
            return true;
        }
        return ObjectName.of(location, settings.cloud()).isPresent()
                && (settings.signsForTheWeb() ? signing(Connection::requireCredentials) : settings.openToTheWeb());
    }

    private Address signed(ObjectName object) {
        return signing(open -> open.sign(object, settings.lifetime(), settings.requesterPays()));
    }

    private <T> T signing(Function<Connection, T> work) {
        try {
            T done = work.apply(connection.get());
            if (!signs) {
                signs = true;
                LOG.info("Addresses for {} are signed again", start);
            }
            return done;
        } catch (NoCredentials | SdkException | Connections.Closed e) {
            // Not the exception: it may hold the request.
            String reason = new Unreachable(settings, e).reason();
            if (signs) {
                signs = false;
                LOG.warn("No signed addresses for {}: {}", start, reason);
            }
            throw new CannotSign(reason);
        }
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        // A server of somebody's own is in no cloud: who read that it was Amazon's would ask there for another's bucket
        // of that name.
        if (settings.cloud() == Cloud.AWS && settings.ownServer()) {
            return Optional.empty();
        }
        return ObjectName.of(location, settings.cloud())
                .map(object -> new CloudAccess(
                        settings.cloud().provider(),
                        object.bucket(),
                        settings.region(),
                        object.key(),
                        settings.access()));
    }

    @Override
    public boolean requesterPays() {
        return settings.requesterPays();
    }

    @Override
    public Probe probe(Location location) {
        Optional<ObjectName> object = ObjectName.of(location, settings.cloud());
        if (object.isEmpty() || object.get().key().isEmpty()) {
            return Probe.unknown(notInABucket());
        }
        try {
            return new ObjectProbe(connection.get().client(), settings, object.get()).ask();
        } catch (RuntimeException e) {
            return Probe.unknown(new Unreachable(settings, e).reason());
        }
    }

    @Override
    public Stream<Listed> list(Location directory) throws PlaceException {
        ObjectName object =
                ObjectName.of(directory, settings.cloud()).orElseThrow(() -> new PlaceException(notInABucket()));
        String key = object.key().isEmpty() || object.key().endsWith("/") ? object.key() : object.key() + "/";
        try {
            return Listing.stream(connection.get().client(), settings, new ObjectName(object.bucket(), key));
        } catch (Connections.Closed e) {
            throw new PlaceException(String.valueOf(e.getMessage()));
        }
    }

    private String notInABucket() {
        return "this is no " + settings.cloud().scheme() + "://bucket/key, and a place of kind "
                + settings.cloud().scheme() + " asks for nothing else";
    }

    @Override
    public void warmUp() {
        if (settings.credentials().anonymous() || !settings.signsForTheWeb()) {
            return;
        }
        try {
            signed(new ObjectName(settings.bucket(), "warm-up"));
        } catch (CannotSign e) {
            LOG.debug("Whoever asks for an address there will be told");
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private static String withoutSlashes(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }

    /** The kind {@code s3}. */
    public static final class Kind implements LocationResolver.Kind {
        private final Connections connections = new Connections(Clock.systemUTC());

        @Override
        public String name() {
            return Cloud.AWS.scheme();
        }

        @Override
        public Map<String, String> settings() {
            Map<String, String> settings = SettingsReader.common(Cloud.AWS);
            settings.put(
                    "region", "where the bucket is, as AWS spells it, such as us-east-1; with an endpoint, any word");
            settings.put("path_style", "true where buckets stand in the path of addresses, not in the host's name");
            settings.put("requester_pays", "true where whoever fetches is billed for it");
            return Map.copyOf(settings);
        }

        @Override
        public Set<String> paths() {
            return SettingsReader.PATHS;
        }

        @Override
        public Set<String> schemes() {
            return Set.of(Cloud.AWS.scheme(), "https", "http");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            return new S3Place(new SettingsReader(Cloud.AWS, settings).read(), connections);
        }
    }
}
