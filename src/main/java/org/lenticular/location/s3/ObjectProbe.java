package org.lenticular.location.s3;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.Probe;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Asks for one object by HEAD. Where that is refused, it asks once more, for the first byte: an answer to HEAD has no body, and so does not say whether
 * the object is missing or the bucket, and which of five reasons a 403 has.
 */
record ObjectProbe(S3Client client, BucketSettings settings, ObjectName object) {
    private static final Pattern WHOLE_LENGTH = Pattern.compile("bytes [0-9*-]+/([0-9]{1,18})");

    /** Storage classes of objects that are there and answer HEAD, but no GET. */
    private static final Set<String> ASLEEP = Set.of("GLACIER", "DEEP_ARCHIVE");

    Probe ask() {
        long start = System.nanoTime();
        try {
            return told(client.headObject(head()));
        } catch (S3Exception e) {
            Duration left = settings.timeout().minusNanos(System.nanoTime() - start);
            boolean worthIt =
                    e.statusCode() == 400 || e.statusCode() == 401 || e.statusCode() == 403 || e.statusCode() == 404;
            return worthIt && left.toMillis() > 0 && refusal(e).otherRegion().isEmpty() ? why(left) : told(e);
        } catch (SdkException | NoCredentials e) {
            return Probe.unknown(new Unreachable(settings, e).reason());
        }
    }

    private Probe told(HeadObjectResponse head) {
        if (head.eTag() == null && head.lastModified() == null) {
            // Every S3 server tells both; what answers 200 without is none, or was cut off: Java takes half a head for
            // a whole one.
            return Probe.unknown(settings.server().host()
                    + " broke off its answer, or is no S3 server: ask again, and see whether endpoint is right");
        }
        String storage = String.valueOf(head.storageClassAsString());
        boolean restored = String.valueOf(head.restore()).contains("ongoing-request=\"false\"");
        return ASLEEP.contains(storage) && !restored
                ? Probe.unknown(
                        "it lies in the storage class " + storage + ", where nobody can read it: restore it first")
                : Probe.there(head.contentLength(), head.eTag(), head.lastModified());
    }

    private Probe why(Duration left) {
        try (ResponseInputStream<GetObjectResponse> got = client.getObject(firstByte(left))) {
            GetObjectResponse response = got.response();
            got.abort();
            return Probe.there(length(response), response.eTag(), response.lastModified());
        } catch (S3Exception e) {
            return e.statusCode() == 416 ? empty() : told(e);
        } catch (SdkException | NoCredentials | java.io.IOException e) {
            return Probe.unknown(new Unreachable(settings, e).reason());
        }
    }

    /** An object without bytes has no first one. */
    private static Probe empty() {
        return Probe.there(0L, null, null);
    }

    private Probe told(S3Exception e) {
        Refusal refusal = refusal(e);
        return refusal.saysThatItIsNotThere()
                ? Probe.notThere("the bucket " + object.bucket() + " has no object of this key")
                : Probe.unknown(refusal.reason("s3:GetObject"));
    }

    private Refusal refusal(S3Exception e) {
        return new Refusal(settings, object.bucket(), e);
    }

    private HeadObjectRequest head() {
        return HeadObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .requestPayer(settings.requesterPays() ? RequestPayer.REQUESTER : null)
                .build();
    }

    private GetObjectRequest firstByte(Duration left) {
        return GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .range("bytes=0-0")
                .requestPayer(settings.requesterPays() ? RequestPayer.REQUESTER : null)
                .overrideConfiguration(AwsRequestOverrideConfiguration.builder()
                        .apiCallTimeout(left)
                        .build())
                .build();
    }

    private static @Nullable Long length(GetObjectResponse response) {
        String range = response.contentRange();
        Matcher whole = WHOLE_LENGTH.matcher(range == null ? "" : range);
        return range == null ? response.contentLength() : whole.matches() ? Long.valueOf(whole.group(1)) : null;
    }
}
