package org.lenticular.location.s3;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Why a server did not do what it was asked, in one line for people, with what to do. Made of fixed words, settings and the server's error code:
 * its message may repeat a signature.
 */
record Refusal(BucketSettings settings, String bucket, S3Exception answer) {
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]{1,63})'");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.]{1,60}");

    /** Whether the server said, for certain, that the bucket is there and the object is not. */
    boolean saysThatItIsNotThere() {
        return answer.statusCode() == 404 && code().equals("NoSuchKey");
    }

    /** Whether it said what is wrong; an answer to HEAD has no room for it. */
    boolean saysWhy() {
        return !code().isEmpty();
    }

    String code() {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code == null || !PLAIN.matcher(code).matches() ? "" : code;
    }

    /** The bucket's region, where it is another than the configured one. */
    Optional<String> otherRegion() {
        if (!isOfTheRegion()) {
            return Optional.empty();
        }
        return response()
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .or(this::expectedRegion)
                .filter(region -> region.matches("[a-z0-9-]{1,63}"))
                .filter(region -> !region.equals(settings.server().region()));
    }

    /** Others than Amazon name regions that mean nothing, so there only what speaks of nothing else counts. */
    private boolean isOfTheRegion() {
        return switch (answer.statusCode()) {
            case 301, 307, 308, 400 -> settings.cloud() == Cloud.AWS;
            case 403 -> settings.cloud() == Cloud.AWS && !settings.ownServer();
            default -> false;
        };
    }

    private Optional<String> expectedRegion() {
        AwsErrorDetails details = answer.awsErrorDetails();
        Matcher expected = EXPECTED_REGION.matcher(
                details == null || details.errorMessage() == null ? "" : details.errorMessage());
        return expected.find() ? Optional.of(expected.group(1)) : Optional.empty();
    }

    private Optional<SdkHttpResponse> response() {
        return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::sdkHttpResponse);
    }

    /** @param right what one must be allowed, such as {@code s3:GetObject} */
    String reason(String right) {
        Optional<String> region = otherRegion();
        if (region.isPresent()) {
            return "the bucket " + bucket + " is in " + region.get() + ", not in "
                    + settings.server().region() + ": write region: " + region.get();
        }
        return switch (code()) {
            case "NoSuchBucket" -> "there is no bucket " + bucket + " at " + host() + ": is its name right?";
            case "InvalidBucketName" -> bucket + " is no name that a bucket of " + host() + " can have";
            case "InvalidAccessKeyId" -> "the access key of " + credentials() + " is not known to " + host();
            case "SignatureDoesNotMatch" ->
                host() + " refuses the signature: the secret of " + credentials()
                        + " does not belong to its access key";
            case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
                "the session of " + credentials() + " is over, or none of " + host() + ": log in again, or renew them";
            case "RequestTimeTooSkewed" -> clock();
            default -> byStatus(right);
        };
    }

    private String clock() {
        Optional<Duration> off = response().flatMap(ServerDate::of).map(date -> Duration.between(date, Instant.now()));
        return "the clock of this machine is "
                + off.map(each -> each.abs().toMinutes() + " min " + (each.isNegative() ? "behind" : "ahead of"))
                        .orElse("too far from")
                + " that of " + host() + ": set it (NTP), or no signature will be taken";
    }

    private String byStatus(String right) {
        int status = answer.statusCode();
        if (status == 429 || status == 503) {
            return host() + " asks for fewer requests (" + told() + "): ask again later, and less at a time";
        }
        if (status >= 500) {
            return host() + " fails (" + told() + "): ask again later";
        }
        if (status == 401 || status == 403) {
            return denied(right);
        }
        if (status == 301 || status == 307 || status == 308) {
            return "the bucket " + bucket + " is elsewhere than at " + host() + " (" + told()
                    + "), and it does not say where: are endpoint and region right?";
        }
        return host() + " does not answer as an S3 server would (" + told() + "): are endpoint and bucket right?";
    }

    private String denied(String right) {
        if (settings.credentials().anonymous()) {
            return "the bucket " + bucket
                    + " lets nobody read this without credentials, or has no such object: where one may"
                    + " not list, both look alike (" + told() + ")";
        }
        return "with " + credentials() + " one may not read this in the bucket " + bucket
                + ", or it has no such object: they need " + right + ", and s3:ListBucket to tell one from the other ("
                + told() + ")"
                + (settings.requesterPays() ? "" : "; does the requester pay here?");
    }

    private String told() {
        return answer.statusCode() + (code().isEmpty() ? "" : " " + code());
    }

    private String credentials() {
        return settings.credentials().described().replaceFirst("^the ", "");
    }

    private String host() {
        return settings.server().host();
    }
}
