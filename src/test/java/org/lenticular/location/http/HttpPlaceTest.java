package org.lenticular.location.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.LocationResolverContract;

class HttpPlaceTest extends LocationResolverContract {
    @Override
    protected LocationResolver.Kind kind() {
        return new HttpPlace.Kind();
    }

    @Override
    protected Map<String, String> open() {
        return Map.of("base", "https://archive.example.org/FTP/");
    }

    @Override
    protected String pathOf(URI web) {
        assertThat(web.getHost()).isEqualTo("archive.example.org");
        assertThat(web.getQuery()).isNull();
        assertThat(web.getFragment()).isNull();
        return web.getPath().substring("/FTP/".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b.fits | a%20b.fits",
                "a+b.fits | a%2Bb.fits",
                "a#b.fits | a%23b.fits",
                "a?b.fits | a%3Fb.fits",
                "100%.fits | 100%25.fits",
                "a%20b.fits | a%2520b.fits",
                "é.fits | %C3%A9.fits",
                "a//b.fits | a//b.fits"
            })
    void pathsAreEncodedAsEveryServerReadsThem(String path, String encoded) {
        assertThat(place().locate(path).text()).isEqualTo("https://archive.example.org/FTP/" + encoded);
    }

    @Test
    void thePathMayBeTheLastValueOfAQuery() {
        assertThat(place(Map.of("base", "https://archive.example.org/get?file="))
                        .locate("a&b=c d+e.fits")
                        .text())
                .isEqualTo("https://archive.example.org/get?file=a%26b=c%20d%2Be.fits");
    }

    @Test
    void aLocationInABucketHasNoWebAddressHere() {
        assertThat(place().web(place().locate("s3://bucket/a b"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "archive.example.org/FTP/",
                "ftp://archive.example.org/",
                "https://archive.example.org",
                "https:///FTP/",
                "https://archive.example.org/a b/",
                "https://archive.example.org/é/",
                "https://archive.example.org/#x/",
                "https://archive.example.org/100%/"
            })
    void whatIsNoBaseIsToldWithAnExample(String base) {
        assertThat(problem("base", base))
                .hasMessage(
                        "is no web address that paths can follow; write one such as https://archive.example.org/data/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "10s", "1.5", "ten"})
    void whatIsNoTimeoutIsTold(String timeout) {
        assertThat(problem("timeout", timeout))
                .hasMessage("is no number of seconds; write one from 1 to 999, such as 10");
    }
}
