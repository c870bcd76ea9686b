package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** With S3Proxy, in this JVM: it looks at every signature. */
class S3ProxyTest extends BucketContract {
    private final BlobStore objects = new TransientNio2BlobStore();
    private final S3Proxy open;
    private final S3Proxy locked;
    private final Bucket bucket;

    S3ProxyTest(@TempDir Path folder) throws Exception {
        super(folder);
        open = start(objects, S3Proxy.builder().awsAuthentication(AuthenticationType.NONE, null, null));
        locked = start(
                objects,
                S3Proxy.builder().awsAuthentication(AuthenticationType.AWS_V4, Bucket.ACCESS_KEY, Bucket.SECRET));
        bucket = new Bucket("http://127.0.0.1:" + locked.getPort(), BUCKET, null);
    }

    private static S3Proxy start(BlobStore objects, S3Proxy.Builder builder) throws Exception {
        S3Proxy server = builder.blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        server.start();
        return server;
    }

    @AfterAll
    void stop() throws Exception {
        bucket.close();
        open.stop();
        locked.stop();
        objects.close();
    }

    @Override
    String openEndpoint() {
        return "http://127.0.0.1:" + open.getPort();
    }

    @Override
    String lockedEndpoint() {
        return "http://127.0.0.1:" + locked.getPort();
    }

    @Override
    Bucket bucket() {
        return bucket;
    }

    /** It keeps objects as files, which have no such names. */
    @Override
    boolean refuses(String key) {
        return key.startsWith("/") || key.contains("..") || key.contains("/./") || key.contains("//");
    }

    @Test
    void aSecretThatIsNotTheKeysIsTold() throws Exception {
        bucket.put("a.fits", new byte[3]);
        String file = keyFile(Bucket.ACCESS_KEY, "of another key");
        Map<String, String> settings = Map.of("access", "restricted", "key_file", file);
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), settings)) {
            String reason = "127.0.0.1:" + locked.getPort() + " refuses the signature: the secret of credentials in "
                    + file + " does not belong to its access key";
            assertThat(place.probe(place.locate("a.fits"))).isEqualTo(Probe.unknown(reason));
            assertThat(catchThrowableOfType(PlaceException.class, () -> place.list(place.locate("dir/"))))
                    .hasMessage(reason);
        }
    }

    @Test
    void anAccessKeyThatTheServerDoesNotKnowIsTold() throws Exception {
        Map<String, String> settings =
                Map.of("access", "restricted", "key_file", keyFile("AKIANOBODYNOBODYNOBO", Bucket.SECRET));
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), settings)) {
            assertThat(place.probe(place.locate("a.fits")).reason())
                    .startsWith("the access key of credentials in /")
                    .endsWith(" is not known to 127.0.0.1:" + locked.getPort());
        }
    }

    @Test
    void anObjectThatIsForNobodyIsRefusedAndNotCalledMissing() {
        bucket.put("a.fits", new byte[3]);
        try (LocationResolver place = place(new S3Place.Kind(), lockedEndpoint(), Map.of())) {
            assertThat(place.probe(place.locate("a.fits")))
                    .isEqualTo(
                            Probe.unknown("the bucket images lets nobody read this without credentials, or has no such"
                                    + " object: where one may not list, both look alike (403 AccessDenied)"));
        }
    }
}
