package org.lenticular.location.s3;

/** Whose buckets they are, or whose way of naming them a server has. */
enum Cloud {
    AWS("s3", "aws"),
    GOOGLE("gs", "gc");

    private final String scheme;
    private final String provider;

    Cloud(String scheme, String provider) {
        this.scheme = scheme;
        this.provider = provider;
    }

    /** What stands before {@code ://} in its locations; also the name of the kind. */
    String scheme() {
        return scheme;
    }

    /** As {@code cloud_access} has it. */
    String provider() {
        return provider;
    }
}
