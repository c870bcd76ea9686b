package org.lenticular.location.s3;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lenticular.fault.Nearest;
import org.lenticular.location.SettingProblem;
import org.lenticular.location.s3.BucketSettings.Links;
import software.amazon.awssdk.regions.Region;

/** Reads the settings of a place in a bucket, and says what is wrong with one. */
final class SettingsReader {
    /** The settings that are paths of this machine. */
    static final Set<String> PATHS = Set.of("key_file");

    private static final Set<String> ACCESS = Set.of("open", "region", "restricted", "none");
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static final Pattern AMAZONS_BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    // https://cloud.google.com/storage/docs/buckets#naming, and what other servers take.
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,220}[A-Za-z0-9]");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,63}");
    private static final Pattern ENDPOINT =
            Pattern.compile("(?i)https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?(?:/[a-z0-9._~/-]*)?");
    /** What a signature can live (Signature Version 4). */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Cloud cloud;
    private final Map<String, String> settings;

    SettingsReader(Cloud cloud, Map<String, String> settings) {
        this.cloud = cloud;
        this.settings = settings;
    }

    /** What the settings mean that both kinds have. */
    static Map<String, String> common(Cloud cloud) {
        String own = cloud.scheme();
        Map<String, String> common = new HashMap<>();
        common.put("bucket", "the bucket's name");
        common.put("prefix", "what stands before each path in the keys, such as data/; nothing where it is left out");
        common.put(
                "access",
                "who may read: open (anyone), region (from inside the region), restricted (with credentials), none");
        common.put("endpoint", "the server's address, where it is not the cloud's own, such as https://s3.example.org");
        common.put("credentials", "anonymous, default (what AWS's own tools would find) or profile:NAME");
        common.put("key_file", "instead of credentials: a file with two lines, an access key's identifier and secret");
        common.put(
                "links",
                "what a client gets that asked for this source: " + own + " (the location), https or presigned");
        common.put("lifetime", "how long a signed address works, such as 30m or 12h; at most 7d");
        common.put("timeout", "how long the place is waited for when it is asked for a copy, such as 10s");
        return common;
    }

    BucketSettings read() throws SettingProblem {
        Optional<String> endpoint = endpoint();
        String region = region(endpoint.isPresent());
        String bucket = bucket(endpoint.isPresent());
        String access = access();
        Credentials credentials = credentials(access);
        boolean given = settings.containsKey("credentials") || settings.containsKey("key_file");
        return new BucketSettings(
                cloud,
                server(endpoint, region),
                endpoint.isPresent(),
                region,
                bucket,
                prefix(),
                access,
                credentials,
                given,
                requesterPays(credentials),
                links(credentials),
                span("lifetime", Duration.ofHours(1), Duration.ofSeconds(1), LONGEST),
                span("timeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(10)));
    }

    private Server server(Optional<String> endpoint, String region) throws SettingProblem {
        boolean pathStyle = flag("path_style", endpoint.isPresent());
        if (cloud == Cloud.GOOGLE) {
            // Google takes any region in a signature; its buckets may have names that no host can.
            return new Server(endpoint.orElse("https://storage.googleapis.com"), "auto", true);
        }
        return endpoint.isPresent()
                ? new Server(endpoint.get(), region, pathStyle)
                : Server.ofAmazon(Region.of(region), pathStyle);
    }

    private Optional<String> endpoint() throws SettingProblem {
        String endpoint = settings.get("endpoint");
        if (endpoint == null) {
            return Optional.empty();
        }
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new SettingProblem(
                    "endpoint", "is no server's address; write one such as https://s3.example.org, without a bucket");
        }
        return Optional.of(endpoint.replaceAll("/+$", ""));
    }

    private String bucket(boolean ownServer) throws SettingProblem {
        String bucket = required("bucket", "nasa-heasarc");
        if (cloud == Cloud.GOOGLE || ownServer) {
            if (!BUCKET.matcher(bucket).matches()) {
                throw new SettingProblem(
                        "bucket", "is no name that a bucket can have: 3 to 222 letters, digits, and . _ - between");
            }
        } else if (!AMAZONS_BUCKET.matcher(bucket).matches()) {
            throw new SettingProblem(
                    "bucket", "is no name that a bucket can have: 3 to 63 lower-case letters, digits, dots, hyphens");
        }
        return bucket;
    }

    private String region(boolean ownServer) throws SettingProblem {
        if (cloud == Cloud.GOOGLE) {
            return anyRegion(required("region", "us-central1").toLowerCase(Locale.ROOT));
        }
        return ownServer
                ? anyRegion(settings.getOrDefault("region", "us-east-1"))
                : amazonsRegion(required("region", "us-east-1"));
    }

    private static String anyRegion(String name) throws SettingProblem {
        if (!REGION.matcher(name).matches()) {
            throw new SettingProblem("region", "is no word of letters, digits and hyphens, such as us-east-1");
        }
        return name;
    }

    private static String amazonsRegion(String name) throws SettingProblem {
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
        return name;
    }

    private String access() throws SettingProblem {
        String access = settings.getOrDefault("access", "open").toLowerCase(Locale.ROOT);
        if (!ACCESS.contains(access)) {
            throw new SettingProblem("access", "is none of open, region, restricted, none");
        }
        return access;
    }

    private String prefix() throws SettingProblem {
        String prefix = settings.getOrDefault("prefix", "");
        if (prefix.startsWith("/")) {
            throw new SettingProblem("prefix", "begins with a slash, which keys do not; leave it away");
        }
        return prefix;
    }

    private Credentials credentials(String access) throws SettingProblem {
        String text = settings.get("credentials");
        String file = settings.get("key_file");
        if (file != null) {
            if (text != null) {
                throw new SettingProblem("key_file", "stands beside credentials; leave one of them away");
            }
            return keyFile(file);
        }
        if (text != null) {
            // Not told what it was: who writes a secret here must not read it in a log.
            return Credentials.parse(text)
                    .orElseThrow(() -> new SettingProblem(
                            "credentials",
                            "is none of anonymous, default, profile:NAME; a key itself never stands in this file"));
        }
        // AWS's chain finds keys of AWS, which are no use to Google.
        return access.equals("open") || cloud == Cloud.GOOGLE ? Credentials.ANONYMOUS : Credentials.DEFAULT;
    }

    private static Credentials keyFile(String file) throws SettingProblem {
        try {
            if (!Path.of(file).isAbsolute()) {
                throw new SettingProblem("key_file", "is no absolute path; write one such as /etc/lenticular/keys");
            }
            new KeyFile(file).resolveCredentials();
            return Credentials.keyFile(file);
        } catch (InvalidPathException e) {
            throw new SettingProblem("key_file", "is no path");
        } catch (NoCredentials e) {
            throw new SettingProblem("key_file", String.valueOf(e.getMessage()));
        }
    }

    private boolean requesterPays(Credentials credentials) throws SettingProblem {
        boolean pays = cloud == Cloud.AWS && flag("requester_pays", false);
        if (pays && credentials.anonymous()) {
            throw new SettingProblem(
                    "requester_pays",
                    "needs credentials, since somebody must be billed; write credentials: default or profile:NAME");
        }
        return pays;
    }

    private Links links(Credentials credentials) throws SettingProblem {
        String own = cloud.scheme();
        String links = settings.getOrDefault("links", own);
        if (links.equals("presigned") && credentials.anonymous()) {
            throw new SettingProblem(
                    "links",
                    "needs credentials to sign with; write "
                            + (cloud == Cloud.AWS ? "credentials: default or profile:NAME" : "key_file: FILE"));
        }
        return switch (links) {
            case "https" -> Links.HTTPS;
            case "presigned" -> Links.PRESIGNED;
            default -> {
                if (!links.equals(own)) {
                    throw new SettingProblem("links", "is none of " + own + ", https, presigned");
                }
                yield Links.LOCATION;
            }
        };
    }

    private boolean flag(String key, boolean otherwise) throws SettingProblem {
        String value = settings.getOrDefault(key, String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw new SettingProblem(key, "is neither true nor false");
        }
        return value.equals("true");
    }

    private Duration span(String key, Duration otherwise, Duration least, Duration most) throws SettingProblem {
        String text = settings.get(key);
        if (text == null) {
            return otherwise;
        }
        Duration span = TimeSpan.parse(text)
                .orElseThrow(() -> new SettingProblem(
                        key, "is no time span; write a number and its unit, such as 30s, 15m, 1h, 7d"));
        if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
            throw new SettingProblem(
                    key, "is out of range; from " + TimeSpan.of(least) + " to " + TimeSpan.of(most) + " is allowed");
        }
        return span;
    }

    private String required(String key, String example) throws SettingProblem {
        String value = settings.get(key);
        if (value == null || value.isBlank()) {
            throw new SettingProblem(
                    key, "is missing; a place of kind " + cloud.scheme() + " needs it, such as " + example);
        }
        return value;
    }
}
