package org.lenticular.location.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** An archive's own hand in a bucket of a test's server: it puts objects there. */
public final class Bucket implements AutoCloseable {
    public static final String ACCESS_KEY = "AKIATESTTESTTESTTEST";
    public static final String SECRET = "hush/secret+of+the+tests/0123456789abcdef";

    private final S3Client client;
    private final String name;
    private final @Nullable ObjectCannedACL acl;

    /** @param acl who may read what is put there; null: the server knows no such thing, or only those with credentials may */
    public Bucket(String endpoint, String name, @Nullable ObjectCannedACL acl) {
        this.name = name;
        this.acl = acl;
        this.client = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .serviceConfiguration(
                        config -> config.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        client.createBucket(request -> request.bucket(name));
    }

    public void put(String key, byte[] content) {
        client.putObject(request -> request.bucket(name).key(key).acl(acl), RequestBody.fromBytes(content));
    }

    @Override
    public void close() {
        client.close();
    }
}
