package org.lenticular.location.s3;

import java.time.Duration;

/**
 * A place in a bucket, as it is configured; checked by {@link SettingsReader}.
 *
 * @param ownServer whether the server is one that the operator named, and so not the cloud's own
 * @param region the bucket's, as {@code cloud_access} says it
 * @param prefix what keys begin with; may be empty
 * @param access {@code open}, {@code region}, {@code restricted} or {@code none}
 * @param credentialsGiven whether the operator said which credentials; only then signatures are given away
 * @param requesterPays whether each request must say that it will be paid for
 * @param links what a client gets that asked for this source
 * @param lifetime of a signature; 1 s to 7 d
 * @param timeout for all that one question takes
 */
record BucketSettings(
        Cloud cloud,
        Server server,
        boolean ownServer,
        String region,
        String bucket,
        String prefix,
        String access,
        Credentials credentials,
        boolean credentialsGiven,
        boolean requesterPays,
        Links links,
        Duration lifetime,
        Duration timeout) {
    /** What a client gets that asked for this source. */
    enum Links {
        /** The location: {@code s3://…}. */
        LOCATION,
        /** The https form, without a signature. */
        HTTPS,
        PRESIGNED
    }

    boolean open() {
        return access.equals("open");
    }

    /** Whether a client that speaks only HTTP is given a signature. */
    boolean signsForTheWeb() {
        return links == Links.PRESIGNED
                || credentialsGiven
                        && !credentials.anonymous()
                        && (access.equals("region") || access.equals("restricted") || open() && requesterPays);
    }

    /** Whether a client that speaks only HTTP needs no signature: where the requester pays, it must say who it is. */
    boolean openToTheWeb() {
        return open() && !requesterPays;
    }

    /** What has to be alike for two places to share a connection. */
    Connection.Key connection() {
        return new Connection.Key(server, credentials, timeout);
    }
}
