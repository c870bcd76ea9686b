package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a compressed body, and which bodies shrink. */
class GzipTest {
    private static boolean wanted(String... headers) {
        return Gzip.wanted(Collections.enumeration(List.of(headers)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "gzip, deflate | true",
                "GZIP;Q=0.5 | true",
                "x-gzip | true",
                "br;q=1.0, gzip;q=0.8, *;q=0.1 | true",
                "* | true",
                "identity;q=0.5, gzip | true",
                "gzip;q=0 | false",
                "gzip;q=0.000 | false",
                "*, gzip;q=0 | false",
                "*;q=0 | false",
                "identity, gzip;q=0.5 | false",
                "deflate, br | false",
                "identity | false",
                "gzip;q=much | false",
                "gzipped | false"
            })
    void itIsForWhoeverTakesItAtLeastAsGladlyAsThePlainBody(String header, boolean wanted) {
        assertThat(wanted(header)).isEqualTo(wanted);
    }

    @Test
    void whoSaysNothingGetsThePlainBody() {
        assertThat(wanted()).isFalse();
        assertThat(wanted("")).isFalse();
        assertThat(wanted("deflate", "gzip")).as("several headers are one list").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml;content=x-votable, true",
        "application/x-votable+xml;content=datalink, true",
        "text/csv;header=present;charset=UTF-8, true",
        "application/json, true",
        "application/x-ndjson, true",
        "application/xhtml+xml;charset=UTF-8, true",
        "application/fits, false",
        "application/vnd.apache.parquet, false",
        "image/jpeg, false",
        "'', false"
    })
    void textShrinks(String type, boolean shrinks) {
        assertThat(Gzip.suits(type)).isEqualTo(shrinks);
    }
}
