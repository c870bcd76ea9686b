package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Range asks of a file of 100 bytes (RFC 9110 §14.1.2). */
class RangesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 0-0",
                "bytes=0-99 | 0-99",
                "bytes=0- | 0-99",
                "bytes=99- | 99-99",
                "bytes=10-19 | 10-19",
                "bytes=10-1000 | 10-99",
                "bytes=0-99999999999999999999999 | 0-99",
                "bytes=000000000000000000000005-006 | 5-6",
                "bytes=-1 | 99-99",
                "bytes=-100 | 0-99",
                "bytes=-101 | 0-99",
                "bytes=-99999999999999999999999 | 0-99",
                "BYTES=1-2 | 1-2",
                "' bytes=1-2 ' | 1-2",
                "bytes= 1-2 | 1-2",
                "'bytes=0-0, -1' | 0-0 99-99",
                "'bytes=,, 0-0 ,,\t-1 ,' | 0-0 99-99",
                "bytes=50-59,0-9 | 50-59 0-9",
                "bytes=0-9,100-,50-59 | 0-9 50-59",
                "bytes=0-9,100-109 | 0-9",
                "bytes=0-9,-0 | 0-9"
            })
    void partsAreTakenInTheOrderAsked(String header, String parts) {
        assertThat(parts(header)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-9,5-14 | 0-14",
                "bytes=0-9,10-19 | 0-19",
                "bytes=10-19,0-9 | 0-19",
                "bytes=0-,0-,0- | 0-99",
                "bytes=0-9,20-29,5-24 | 0-29",
                "bytes=0-9,20-29,40-49,5-44 | 0-49",
                "bytes=0-0,50-59,0-0,50-59 | 0-0 50-59",
                "bytes=0-9,80-89,-20 | 0-9 80-99"
            })
    void partsThatOverlapOrTouchAreOne(String header, String parts) {
        assertThat(parts(header)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=100-", "bytes=100-199", "bytes=-0", "bytes=100-,200-", "bytes=99999999999999999999-"})
    void bytesThatTheFileHasNotAreNoParts(String header) {
        assertThat(parts(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=,",
                "bytes=-",
                "bytes=a-b",
                "bytes=1-0",
                "bytes=1-2-3",
                "bytes=+1-2",
                "bytes=1 - 2",
                "bytes=0x1-2",
                "bytes=1-2;3-4",
                "bytes=0-0,2-1",
                "bytes=0-0,x",
                "bytes =0-0",
                "items=0-0",
                "bytes=١-٢",
                "bytes=99999999999999999999-1"
            })
    void whatIsNoRangeCountsAsNotSent(String header) {
        assertThat(Ranges.of(header, 100)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoPartsAndItsLastBytesAreAllOfIt() {
        assertThat(Ranges.of("bytes=0-", 0))
                .hasValueSatisfying(ranges -> assertThat(ranges.parts()).isEmpty());
        assertThat(Ranges.of("bytes=-0", 0))
                .hasValueSatisfying(ranges -> assertThat(ranges.parts()).isEmpty());
        assertThat(Ranges.of("bytes=-5", 0)).isEmpty();
    }

    @Test
    void moreRangesThanAnybodyNeedsAreRefusedHoweverTheyLie() {
        assertThat(Ranges.of(many(Ranges.MOST), 1000)).hasValueSatisfying(ranges -> {
            assertThat(ranges.parts()).hasSize(Ranges.MOST);
            assertThat(ranges.tooMany()).isFalse();
        });
        assertThat(Ranges.of(many(Ranges.MOST + 1), 1000))
                .hasValueSatisfying(ranges -> assertThat(ranges.tooMany()).isTrue());
        assertThat(Ranges.of("bytes=" + "0-,".repeat(Ranges.MOST + 1), 1000))
                .hasValueSatisfying(ranges -> assertThat(ranges.tooMany()).isTrue());
    }

    private static String many(int count) {
        return "bytes="
                + IntStream.range(0, count).mapToObj(i -> 2 * i + "-" + 2 * i).collect(Collectors.joining(","));
    }

    private static String parts(String header) {
        return Ranges.of(header, 100).orElseThrow().parts().stream()
                .map(part -> part.from() + "-" + (part.end() - 1))
                .collect(Collectors.joining(" "));
    }
}
