package org.lenticular.location.s3;

import java.util.Optional;
import org.lenticular.archive.Location;

/**
 * What a location in a bucket names.
 *
 * @param bucket a name that can be part of a host's name or of a path as it is
 * @param key any characters, as they are; a leading slash is part of it
 */
record ObjectName(String bucket, String key) {
    private static final int LONGEST_BUCKET = 255;

    /** What the location names, where it is one of that cloud's with a bucket that can exist; empty otherwise. */
    static Optional<ObjectName> of(Location location, Cloud cloud) {
        String text = location.text();
        int start = cloud.scheme().length() + 3;
        if (!text.startsWith(cloud.scheme())
                || !text.startsWith("://", cloud.scheme().length())) {
            return Optional.empty();
        }
        int end = text.indexOf('/', start);
        String bucket = end < 0 ? text.substring(start) : text.substring(start, end);
        return isBucket(bucket)
                ? Optional.of(new ObjectName(bucket, end < 0 ? "" : text.substring(end + 1)))
                : Optional.empty();
    }

    /**
     * Whether it can be a bucket's name. Old buckets, and those of other servers, have names that today's rules forbid. By hand, since it is asked for
     * every row of an answer.
     */
    private static boolean isBucket(String name) {
        boolean onlyDots = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && c != '-' && c != '_' && c != '.') {
                return false;
            }
            onlyDots &= c == '.';
        }
        return !onlyDots && name.length() <= LONGEST_BUCKET;
    }
}
