package org.lenticular.location.s3;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lenticular.archive.Location;

/**
 * What a location in a bucket names.
 *
 * @param bucket a name that can be part of a host's name or of a path as it is
 * @param key any characters, as they are; a leading slash is part of it
 */
record ObjectName(String bucket, String key) {
    // Old buckets, and those of other servers, have names that today's rules forbid.
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /** What the location names, where it is one of that cloud's with a bucket that can exist; empty otherwise. */
    static Optional<ObjectName> of(Location location, Cloud cloud) {
        String text = location.text();
        int start = cloud.scheme().length() + 3;
        if (!text.startsWith(cloud.scheme() + "://")) {
            return Optional.empty();
        }
        int end = text.indexOf('/', start);
        String bucket = end < 0 ? text.substring(start) : text.substring(start, end);
        return BUCKET.matcher(bucket).matches() && !bucket.matches("\\.+")
                ? Optional.of(new ObjectName(bucket, end < 0 ? "" : text.substring(end + 1)))
                : Optional.empty();
    }
}
