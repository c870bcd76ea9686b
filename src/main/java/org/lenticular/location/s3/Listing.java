package org.lenticular.location.s3;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.Listed;
import org.lenticular.location.PlaceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What lies in a directory, that is, what has keys that begin with it: a page at a time. Not thread-safe. */
final class Listing implements Iterator<Listed> {
    /** A directory with more in it is no product. */
    private static final int MOST = 1_000_000;

    private static final int PAGE = 1000;

    private final S3Client client;
    private final BucketSettings settings;
    private final ObjectName directory;
    private Iterator<S3Object> page;
    private @Nullable String token;
    private @Nullable Listed next;
    private int count;

    private Listing(S3Client client, BucketSettings settings, ObjectName directory) throws PlaceException {
        this.client = client;
        this.settings = settings;
        this.directory = directory;
        this.page = ask();
    }

    /**
     * Gets the first page, and the others as they are needed.
     *
     * @param directory its key ends in a slash, or is empty for the whole bucket
     */
    static Stream<Listed> stream(S3Client client, BucketSettings settings, ObjectName directory) throws PlaceException {
        Listing listing = new Listing(client, settings, directory);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(listing, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && (page.hasNext() || token != null)) {
                if (page.hasNext()) {
                    next = listed(page.next());
                } else {
                    page = ask();
                }
            }
            return next != null;
        } catch (PlaceException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Listed next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Listed given = Objects.requireNonNull(next);
        next = null;
        return given;
    }

    /** Null for the directory itself, which some tools put as an object of no bytes, and for what was not asked for. */
    private @Nullable Listed listed(S3Object object) throws PlaceException {
        if (++count > MOST) {
            throw new PlaceException("there are more than " + MOST + " objects in this directory");
        }
        String key = object.key();
        return key == null
                        || !key.startsWith(directory.key())
                        || key.length() == directory.key().length()
                ? null
                : new Listed(key.substring(directory.key().length()), object.size(), object.eTag());
    }

    private Iterator<S3Object> ask() throws PlaceException {
        try {
            ListObjectsV2Response answer = client.listObjectsV2(request());
            String before = token;
            token = Boolean.TRUE.equals(answer.isTruncated()) ? answer.nextContinuationToken() : null;
            if (token != null && token.equals(before)) {
                throw new PlaceException(settings.server().host() + " lists the same page again and again");
            }
            return answer.contents().iterator();
        } catch (S3Exception e) {
            throw new PlaceException(
                    new Refusal(settings, directory.bucket(), e).reason("s3:ListBucket"), withoutSecrets(e));
        } catch (SdkException | NoCredentials e) {
            throw new PlaceException(new Unreachable(settings, e).reason(), withoutSecrets(e));
        }
    }

    /** What a server writes into its message is not ours to keep. */
    private static Throwable withoutSecrets(RuntimeException e) {
        return new IllegalStateException(e.getClass().getName());
    }

    private ListObjectsV2Request request() {
        return ListObjectsV2Request.builder()
                .bucket(directory.bucket())
                .prefix(directory.key())
                .maxKeys(PAGE)
                .continuationToken(token)
                // Keys may hold what XML cannot.
                .encodingType(EncodingType.URL)
                .requestPayer(settings.requesterPays() ? RequestPayer.REQUESTER : null)
                .build();
    }
}
