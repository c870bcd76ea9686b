package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.LocationResolverContract;

class S3PlaceTest extends LocationResolverContract {
    @Override
    protected LocationResolver.Kind kind() {
        return new S3Place.Kind();
    }

    @Override
    protected Map<String, String> open() {
        return Map.of("region", "us-east-1", "bucket", "example-bucket", "prefix", "FTP/");
    }

    @Override
    protected String pathOf(URI web) {
        assertThat(web.getHost()).isEqualTo("example-bucket.s3.us-east-1.amazonaws.com");
        assertThat(web.getQuery()).isNull();
        assertThat(web.getFragment()).isNull();
        return web.getPath().substring("/FTP/".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b+c.fits", "a%20b#c?d", "é/𝔐", "a//b", "a\"b"})
    void keysAreWhatTheyAre(String path) {
        Location location = place().locate(path);
        assertThat(location.text()).isEqualTo("s3://example-bucket/FTP/" + path);
        assertThat(place().cloudAccess(location))
                .contains(new CloudAccess("aws", "example-bucket", "us-east-1", "FTP/" + path, "open"));
    }

    @Test
    void aKeyBeginsWithNoSlash() {
        LocationResolver place = place(Map.of("prefix", ""));
        assertThat(place.locate("/FTP/a.fits").text()).isEqualTo("s3://example-bucket/FTP/a.fits");
        assertThat(place(Map.of("prefix", "FTP")).locate("/a.fits").text())
                .as("but a prefix may leave its slash to the path")
                .isEqualTo("s3://example-bucket/FTP/a.fits");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, plain-bucket, https://plain-bucket.s3.us-east-1.amazonaws.com/FTP/a%20b",
        "eu-central-1, dotted.bucket, https://s3.eu-central-1.amazonaws.com/dotted.bucket/FTP/a%20b",
        "cn-north-1, plain-bucket, https://plain-bucket.s3.cn-north-1.amazonaws.com.cn/FTP/a%20b",
        "us-gov-west-1, plain-bucket, https://plain-bucket.s3.us-gov-west-1.amazonaws.com/FTP/a%20b"
    })
    void anOpenBucketHasAWebAddressWhereverItIs(String region, String bucket, String address) {
        LocationResolver place = place(Map.of("region", region, "bucket", bucket));
        assertThat(place.web(place.locate("a b"))).contains(Address.lasting(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "restricted", "none", "REGION"})
    void aBucketThatIsNotOpenHasNone(String access) {
        LocationResolver place = place(Map.of("access", access));
        Location location = place.locate("a");
        assertThat(place.web(location)).isEmpty();
        assertThat(place.cloudAccess(location).orElseThrow().access()).isEqualToIgnoringCase(access);
    }

    @Test
    void aWholeLocationMayBeInAnotherBucket() {
        Location location = place().locate("s3://other-bucket/a b/c");
        assertThat(place().cloudAccess(location))
                .contains(new CloudAccess("aws", "other-bucket", "us-east-1", "a b/c", "open"));
        assertThat(place().web(location))
                .contains(Address.lasting("https://other-bucket.s3.us-east-1.amazonaws.com/a%20b/c"));
    }

    @Test
    void mistakesInSettingsAreToldWithWhatWouldBeRight() {
        assertThat(problem("region", "us-east1")).hasMessage("is no region of AWS; us-east-1?");
        assertThat(problem("region", "US-EAST-1")).hasMessageContaining("us-east-1");
        assertThat(problem("region", "moon")).hasMessage("is no region of AWS, such as us-east-1");
        assertThat(problem("region", "aws-global"))
                .as("a name of Amazon's library, of no place")
                .hasMessageContaining("is no region of AWS");
        assertThat(problem("region", "")).hasMessageContaining("is missing");
        assertThat(problem("bucket", "")).hasMessageContaining("is missing");
        for (String bucket : new String[] {"Upper", "a", "under_score", "s3://bucket", "bucket/", "-bucket"}) {
            assertThat(problem("bucket", bucket)).hasMessageContaining("3 to 63 lower-case letters");
        }
        assertThat(problem("prefix", "/FTP/"))
                .hasMessageContaining("begins with a slash")
                .hasMessageContaining("leave");
        assertThat(problem("access", "public")).hasMessage("is none of open, region, restricted, none");
    }
}
