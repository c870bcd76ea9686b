package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.LocationResolverContract;

class GoogleKindTest extends LocationResolverContract {
    @Override
    protected LocationResolver.Kind kind() {
        return new GoogleKind();
    }

    @Override
    protected Map<String, String> open() {
        return Map.of("region", "us-central1", "bucket", "example_bucket", "prefix", "FTP/");
    }

    @Override
    protected String pathOf(URI web) {
        assertThat(web.getHost()).isEqualTo("storage.googleapis.com");
        assertThat(web.getQuery()).isNull();
        assertThat(web.getFragment()).isNull();
        return web.getPath().substring("/example_bucket/FTP/".length());
    }

    @Test
    void aCopyIsInGooglesCloud() {
        Location location = place().locate("a b+c.fits");
        assertThat(location.text()).isEqualTo("gs://example_bucket/FTP/a b+c.fits");
        assertThat(place().link(location)).isEqualTo(Address.of(location));
        assertThat(place().cloudAccess(location))
                .contains(new CloudAccess("gc", "example_bucket", "us-central1", "FTP/a b+c.fits", "open"));
        assertThat(place().cloudAccess(new Location("s3://example-bucket/a"))).isEmpty();
    }

    @Test
    void withoutKeysAClosedBucketHasNoWebAddressAndNoKeysOfAmazonsAreLookedFor() {
        LocationResolver closed = place(Map.of("access", "restricted"));
        assertThat(closed.web(closed.locate("a"))).isEmpty();
        assertThat(problem("links", "presigned")).hasMessage("needs credentials to sign with; write key_file: FILE");
    }

    @Test
    void mistakesAreToldInGooglesWords() {
        assertThat(problem("region", "")).hasMessage("is missing; a place of kind gs needs it, such as us-central1");
        assertThat(problem("bucket", "a/b")).hasMessageContaining("3 to 222 letters");
        assertThat(problem("links", "s3")).hasMessage("is none of gs, https, presigned");
        assertThat(kind().settings()).doesNotContainKeys("requester_pays", "path_style");
    }
}
