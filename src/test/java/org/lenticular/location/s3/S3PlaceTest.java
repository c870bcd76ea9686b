package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.LocationResolverContract;
import org.lenticular.location.SettingProblem;

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

    @ParameterizedTest
    @CsvSource({
        "https://s3.example.org, '', https://s3.example.org/example-bucket/FTP/a%20b",
        "https://s3.example.org/, '', https://s3.example.org/example-bucket/FTP/a%20b",
        "https://example.org:9000/s3, '', https://example.org:9000/s3/example-bucket/FTP/a%20b",
        "https://s3.example.org, false, https://example-bucket.s3.example.org/FTP/a%20b",
        "http://127.0.0.1:9000, false, http://127.0.0.1:9000/example-bucket/FTP/a%20b",
        "'http://[::1]:9000', false, 'http://[::1]:9000/example-bucket/FTP/a%20b'",
        "'', true, https://s3.us-east-1.amazonaws.com/example-bucket/FTP/a%20b",
    })
    void aServerOfSomebodysOwnHasAddressesInItsOwnForm(String endpoint, String pathStyle, String address) {
        LocationResolver place = place(Map.of("endpoint", endpoint, "path_style", pathStyle));
        assertThat(place.web(place.locate("a b"))).contains(Address.lasting(address));
    }

    @Test
    void aServerOfSomebodysOwnIsInNoCloudAndNeedsNoRegion() {
        LocationResolver place = place(Map.of("endpoint", "https://s3.example.org", "region", ""));
        Location location = place.locate("a");
        assertThat(place.cloudAccess(location))
                .as("who read aws would ask Amazon for it")
                .isEmpty();
        assertThat(place.link(location).text()).isEqualTo("s3://example-bucket/FTP/a");
        place(Map.of("endpoint", "https://s3.example.org", "region", "RegionOne", "bucket", "Upper_Case"));
    }

    @Test
    void linksMayBeOfHttps() {
        LocationResolver place = place(Map.of("links", "https", "access", "region"));
        assertThat(place.link(place.locate("a b")))
                .isEqualTo(Address.lasting("https://example-bucket.s3.us-east-1.amazonaws.com/FTP/a%20b"));
        assertThat(place.web(place.locate("a b"))).as("but not for everybody").isEmpty();
    }

    @Test
    void mistakesInWhatGoesTogetherAreTold() {
        assertThat(problem("links", "presigned"))
                .hasMessage("needs credentials to sign with; write credentials: default or profile:NAME");
        assertThat(problem("links", "http")).hasMessage("is none of s3, https, presigned");
        assertThat(problem("requester_pays", "true"))
                .hasMessage(
                        "needs credentials, since somebody must be billed; write credentials: default or profile:NAME");
        assertThat(problem("requester_pays", "yes")).hasMessage("is neither true nor false");
        assertThat(problem("path_style", "on")).hasMessage("is neither true nor false");
        assertThat(problem("key_file", "keys.txt")).hasMessageContaining("is no absolute path");
        assertThat(problem("key_file", "/no/such/file")).hasMessage("cannot be read by this process");
    }

    @Test
    void aKeyInTheConfigurationIsRefusedAndNotRepeated() {
        assertThat(problem("credentials", "AKIA123:hush"))
                .hasMessage("is none of anonymous, default, profile:NAME; a key itself never stands in this file");
        assertThat(problem("credentials", "profile: ")).hasMessageContaining("is none of");
    }

    @Test
    void aFileOfKeysHasTwoLines(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "AKIA123 hush\n");
        assertThat(problem("key_file", file.toString()))
                .hasMessage("must have two lines, the access key's identifier and its secret, and has 1");
        Files.writeString(file, "# of the archive\n\n  AKIA123 \nhush\n");
        place(Map.of("key_file", file.toString()));
        SettingProblem both = catchThrowableOfType(
                SettingProblem.class,
                () -> kind().open(Map.of(
                        "region",
                        "us-east-1",
                        "bucket",
                        "b12",
                        "credentials",
                        "default",
                        "key_file",
                        file.toString())));
        assertThat(both).hasMessage("stands beside credentials; leave one of them away");
    }

    @ParameterizedTest
    @CsvSource({
        "lifetime, 8d, is out of range; from 1 s to 7 d is allowed",
        "lifetime, 0s, is out of range; from 1 s to 7 d is allowed",
        "lifetime, 1 week, 'is no time span; write a number and its unit, such as 30s, 15m, 1h, 7d'",
        "timeout, 1h, is out of range; from 100 ms to 10 min is allowed",
        "timeout, soon, 'is no time span; write a number and its unit, such as 30s, 15m, 1h, 7d'",
        "endpoint, s3.example.org, 'is no server''s address; write one such as https://s3.example.org, without a bucket'",
        "endpoint, https://user:hush@s3.example.org, 'is no server''s address; write one such as https://s3.example.org, without a bucket'",
        "endpoint, https://s3.example.org?a=b, 'is no server''s address; write one such as https://s3.example.org, without a bucket'"
    })
    void spansAndAddressesThatAreNone(String key, String value, String message) {
        assertThat(problem(key, value)).hasMessage(message);
    }

    @Test
    void aKeyOfAWholeLocationKeepsItsSlash() {
        Location location = place().locate("s3://example-bucket//a");
        assertThat(place().web(location))
                .contains(Address.lasting("https://example-bucket.s3.us-east-1.amazonaws.com//a"));
        assertThat(place().cloudAccess(location))
                .hasValueSatisfying(access -> assertThat(access.key()).isEqualTo("/a"));
    }
}
