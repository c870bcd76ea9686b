package org.lenticular.location.s3;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.Address;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/** Amazon's library, set up for one server and one set of credentials. Both of its parts are made when they are first needed. Thread-safe. */
final class Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** A second one, since a busy server refuses now and then; whoever asks for thousands of copies may ask again later. */
    private static final int ATTEMPTS = 2;

    private final Key key;
    private final Clock clock;
    private final KnownCredentials credentials;
    private @Nullable S3Client client;
    private volatile @Nullable S3Presigner presigner;

    /** What makes two connections the same. */
    record Key(Server server, Credentials credentials, Duration timeout) {}

    Connection(Key key, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.credentials =
                new KnownCredentials(key.credentials(), key.credentials().provider(), clock);
    }

    /**
     * A signed address to GET an object with: no header is needed besides.
     *
     * @param lifetime at most; it is less where the credentials end before
     * @throws NoCredentials where there are none, or they have ended
     */
    Address sign(ObjectName object, Duration lifetime, boolean requesterPays) {
        Duration left = left(lifetime);
        Duration lives = left.compareTo(lifetime) < 0 ? left : lifetime;
        PresignedGetObjectRequest signed = presigner()
                .presignGetObject(request -> request.signatureDuration(lives).getObjectRequest(get -> {
                    get.bucket(object.bucket()).key(object.key());
                    if (requesterPays) {
                        // As a header it would have to be sent by the client, and browsers following a redirect send
                        // none.
                        get.overrideConfiguration(
                                config -> config.putRawQueryParameter("x-amz-request-payer", "requester"));
                    }
                }));
        return new Address(signed.url().toString(), Optional.of(lives));
    }

    /**
     * How long the credentials last, in whole seconds, as signatures have it.
     *
     * @param otherwise where they do not say
     * @throws NoCredentials where there are none, or they have ended
     */
    private Duration left(Duration otherwise) {
        Optional<Instant> end = credentials.resolveCredentials().expirationTime();
        if (end.isEmpty()) {
            return otherwise;
        }
        long seconds = Duration.between(clock.instant(), end.get()).toSeconds();
        if (seconds <= 0) {
            throw new NoCredentials(key.credentials().described() + " have ended");
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * True where there are credentials, as far as is known; it waits only where nothing is known.
     *
     * @throws NoCredentials where there are none, or they have ended
     */
    boolean requireCredentials() {
        return !left(Duration.ofSeconds(1)).isZero();
    }

    private S3Presigner presigner() {
        S3Presigner made = presigner;
        if (made == null) {
            synchronized (this) {
                made = presigner;
                if (made == null) {
                    made = makePresigner();
                    presigner = made;
                }
            }
        }
        return made;
    }

    // The endpoint, dual stack and FIPS are said for certain, or the environment would have a word in them, and
    // addresses of one
    // place would differ.
    private S3Presigner makePresigner() {
        return S3Presigner.builder()
                .endpointOverride(URI.create(key.server().endpoint()))
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .region(Region.of(key.server().region()))
                .credentialsProvider(credentials)
                .disableS3ExpressSessionAuth(true)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(key.server().pathStyle())
                        .build())
                .build();
    }

    synchronized S3Client client() {
        S3Client made = client;
        if (made == null) {
            made = makeClient();
            client = made;
        }
        return made;
    }

    private S3Client makeClient() {
        return S3Client.builder()
                .endpointOverride(URI.create(key.server().endpoint()))
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .region(Region.of(key.server().region()))
                .forcePathStyle(key.server().pathStyle())
                .credentialsProvider(credentials)
                .disableS3ExpressSessionAuth(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT.compareTo(key.timeout()) < 0 ? CONNECT : key.timeout())
                        .socketTimeout(key.timeout()))
                .overrideConfiguration(config -> config.apiCallTimeout(key.timeout())
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build())
                        .addExecutionInterceptor(new ServerDate()))
                .build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        S3Presigner made = presigner;
        if (made != null) {
            made.close();
        }
        credentials.release();
    }
}
