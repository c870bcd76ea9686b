package org.lenticular.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.location.Address;
import org.lenticular.protocol.Answer;

/** What is told of a copy at another server: how long the way there holds, and of the copy what is known and nothing else. */
class CopyElsewhereTest {
    private static Product product(String path, @Nullable String type, @Nullable Long length, Map<String, Held> held) {
        return new Product(path, "#this", null, type, length, null, null, held);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, 'private, max-age=60'",
        "PT2M, 'private, max-age=60'",
        "PT90S, 'private, max-age=30'",
        "PT1M, 'private, max-age=0'",
        "PT1S, 'private, max-age=0'",
        "P7D, 'private, max-age=60'"
    })
    void aSignedAddressIsKeptByItsClientOnlyAndNeverNearItsEnd(Duration lifetime, String caching) {
        Answer answer = CopyElsewhere.redirect(
                new Address("https://bucket.example.org/a?X-Amz-Signature=0", Optional.of(lifetime)));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers())
                .containsEntry("Location", "https://bucket.example.org/a?X-Amz-Signature=0")
                .containsEntry("Cache-Control", caching);
    }

    @Test
    void whatASourceSaysOfItsCopyGoesBeforeWhatIsKnownOfTheProduct() {
        Product product = product(
                "a.fits",
                "image/fits",
                1000L,
                Map.of(
                        "bucket", new Held(true, null, 1001L, "\"abc-2\""),
                        "other", new Held(true, "b.fits", null, "0123456789abcdef")));
        assertThat(CopyElsewhere.head(product, "bucket").headers())
                .containsEntry("Content-Length", "1001")
                .containsEntry("ETag", "\"abc-2\"");
        assertThat(CopyElsewhere.head(product, "other").headers())
                .containsEntry("Content-Length", "1000")
                .containsEntry("ETag", "\"0123456789abcdef\"");
        assertThat(CopyElsewhere.head(product, "main").headers())
                .containsEntry("Content-Length", "1000")
                .doesNotContainKey("ETag");
    }

    @Test
    void aLengthThatIsNotKnownIsNotTold() {
        assertThat(CopyElsewhere.head(product("a.fits", null, null, Map.of()), null)
                        .headers())
                .doesNotContainKey("Content-Length")
                .containsEntry("Accept-Ranges", "bytes");
    }

    @ParameterizedTest
    @CsvSource({"'a b'", "'\"a'", "'a\r\nSet-Cookie: b'", "''", "'W/\"a\"b'"})
    void whatIsNoETagIsNotTold(String etag) {
        Product product = product("a.fits", null, null, Map.of("s", new Held(true, null, null, etag)));
        assertThat(CopyElsewhere.head(product, "s").headers()).doesNotContainKey("ETag");
    }

    @Test
    void ofADirectoryNothingIsTold() {
        Answer answer = CopyElsewhere.head(product("a/", "directory", 5L, Map.of()), null);
        assertThat(answer.contentType()).isEmpty();
        assertThat(answer.headers()).doesNotContainKeys("Content-Length", "Accept-Ranges");
    }

    @ParameterizedTest
    @CsvSource({
        "a.fits, image/fits, image/fits",
        "a.fits, 'application/fits; a=b', 'application/fits; a=b'",
        "a.fits, , application/fits",
        "A.FITS, , application/fits",
        "a.fits.gz, , application/gzip",
        "a.fits.gz, application/fits, application/fits",
        "a.fits.fz, , application/fits",
        "a.jpg, , image/jpeg",
        "a, , application/octet-stream",
        "a.b/c, , application/octet-stream",
        "a.fits, directory, application/fits",
        "a.fits, 'FITS image', application/fits",
        "a.fits, 'image/fits\r\nX: y', application/fits",
        "a.fits, 'image/é', application/fits"
    })
    void theTypeIsWhatTheCatalogueSaysElseWhatTheNameSays(String path, @Nullable String told, String type) {
        assertThat(MediaType.of(product(path, told, null, Map.of()))).isEqualTo(type);
    }
}
