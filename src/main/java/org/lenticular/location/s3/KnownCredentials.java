package org.lenticular.location.s3;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials as they are now. That there are none is remembered for a while: to find that out, Amazon's library may wait seconds for a machine that
 * is not there, and requests must not. Thread-safe.
 */
final class KnownCredentials implements AwsCredentialsProvider {
    private static final Duration MEMORY = Duration.ofSeconds(30);

    private final Credentials credentials;
    private final AwsCredentialsProvider provider;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile boolean found;
    private volatile @Nullable Failure failure;

    private record Failure(String message, Instant until) {}

    /** @param provider closed with this */
    KnownCredentials(Credentials credentials, AwsCredentialsProvider provider, Clock clock) {
        this.credentials = credentials;
        this.provider = provider;
        this.clock = clock;
    }

    /** @throws NoCredentials where there are none */
    @Override
    public AwsCredentials resolveCredentials() {
        if (found) {
            return find();
        }
        refuse(clock.instant());
        // One looks again; the others wait for it only where nothing is known yet.
        if (!looking.tryLock()) {
            refuse(Instant.MIN);
            looking.lock();
        }
        try {
            refuse(clock.instant());
            return find();
        } finally {
            looking.unlock();
        }
    }

    /** @param now the end of what is remembered counts from here */
    private void refuse(Instant now) {
        Failure last = failure;
        if (!found && last != null && now.isBefore(last.until)) {
            throw new NoCredentials(last.message);
        }
    }

    private AwsCredentials find() {
        try {
            AwsCredentials now = provider.resolveCredentials();
            found = true;
            return now;
        } catch (RuntimeException e) {
            // Amazon's library throws this and that.
            found = false;
            String message = message(e);
            failure = new Failure(message, clock.instant().plus(MEMORY));
            throw new NoCredentials(message);
        }
    }

    /** In our words: those of Amazon's library tell all that it tried, in one long line. */
    private String message(RuntimeException e) {
        if (String.valueOf(e.getMessage()).contains("class path")) {
            return credentials.described()
                    + " need a part of AWS's library that is not here (sts or sso); use others, or add its jar";
        }
        return switch (credentials.from()) {
            case NOWHERE -> "there are no credentials";
            case DEFAULT_CHAIN ->
                "AWS's default chain finds no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, give the"
                        + " machine a role, or write credentials: profile:NAME";
            case PROFILE ->
                "profile '" + credentials.name() + "' has no credentials in the files of AWS that this process reads"
                        + " (~/.aws/credentials, or what AWS_SHARED_CREDENTIALS_FILE names)";
            case KEY_FILE -> credentials.name() + " " + e.getMessage();
        };
    }

    /** Not {@code close}: clients and presigners, several of which share this, would call it. */
    void release() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
