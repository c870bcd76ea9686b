package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a file at a place is named, it has one name there; what lies elsewhere has none. */
class PlaceNamesTest {
    private static final PlaceNames WEB = new PlaceNames("https://h.example/data/", null, null, "");
    private static final PlaceNames PREFIXED = new PlaceNames(null, null, "pail", "p/");
    private static final PlaceNames BARE = new PlaceNames(null, null, "pail", "");
    private static final PlaceNames FOLDER = new PlaceNames(null, Path.of("/data/fits"), null, "");

    @ParameterizedTest
    @CsvSource({
        "a b%20.fits, a b%20.fits",
        "/a.fits, /a.fits",
        "https://h.example/data/a%20b.fits, a b.fits",
        "https://h.example/data/get?id=7, ",
        "https://other.example/data/a.fits, ",
    })
    void onAWebServer(String written, String name) {
        assertThat(WEB.of(written).orElse(null)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "a b%20.fits, a b%20.fits",
        "/a.fits, /a.fits",
        "s3://pail/p/a%20b#.fits, a%20b#.fits",
        "s3://pail/a.fits, ",
        "s3://pails/p/a.fits, ",
        "https://pail/p/a.fits, ",
    })
    void inABucketBehindAPrefix(String written, String name) {
        assertThat(PREFIXED.of(written).orElse(null)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "sub/a b%20.fits, sub/a b%20.fits",
        "//sub/a.fits, sub/a.fits",
        "/data/fits/sub/a.fits, sub/a.fits",
        "file:///data/fits/sub/a%20b.fits, sub/a b.fits",
        "file:///data/other/a.fits, ",
        "https://h.example/data/fits/a.fits, ",
    })
    void inAFolder(String written, String name) {
        assertThat(FOLDER.of(written).orElse(null)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"a.fits, a.fits", "//a.fits, a.fits", "s3://pail/a.fits, a.fits", "gs://pail//a.fits, /a.fits"})
    void inABucketWithoutOneKeysBeginWithNoSlash(String written, String name) {
        assertThat(BARE.of(written).orElse(null)).isEqualTo(name);
    }
}
