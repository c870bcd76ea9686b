package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIA 2.0: what each of the 17 parameters finds, over both collections, in their order. */
class Sia2QueryTest {
    private final Telescopes telescopes = new Telescopes();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CIRCLE 10 0 1 | o1",
                "circle 10 0 1 | o1",
                "' \tCircle  10.0\t+0  1e0 ' | o1",
                "CIRCLE 10.5 0 0 | o1",
                "CIRCLE 10.6 0 0 | ",
                "CIRCLE 370 0 0 | o1",
                "CIRCLE -350 0 0 | o1",
                "CIRCLE 0 0 180 | o0 o1 o2 o3 r0 r1",
                "RANGE 9 11 -1 1 | o1",
                "RANGE 355 5 -1 1 | o0",
                "RANGE -5 5 -1 1 | o0",
                "RANGE 5 355 -1 1 | o1 o2 o3",
                "RANGE 10 10 0 0 | o1",
                "RANGE 0 360 89 +Inf | r0",
                "RANGE -Inf +Inf -inf INF | o0 o1 o2 o3 r0 r1",
                "RANGE -Infinity 5 -1 1 | o0",
                "range 15 +inf -90 -89 | r1",
                "POLYGON 9 -1 11 -1 11 1 9 1 | o1",
                "POLYGON 9 1 11 1 11 -1 9 -1 | o1",
                "Polygon 9 -1 11 -1 11 1 9 1 9 -1 | o1",
                "POLYGON 355 -5 5 -5 5 5 355 5 | o0"
            })
    void regions(String pos, @Nullable String found) throws IOException {
        assertThat(telescopes.found("POS=" + pos)).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAND=4.5e-7 | o0 o1 o2 o3",
                "BAND=5.0E-7 6e-07 | o0 o1 o2 o3",
                "BAND=5.1e-7 1 | o2 o3 r0 r1 r2",
                "BAND=-Inf +Inf | o0 o1 o2 o3 r0 r1 r2",
                "BAND=-inf inf | o0 o1 o2 o3 r0 r1 r2",
                "BAND=0.2 Infinity | r0 r1 r2",
                "BAND=inf | fault",
                "BAND=0.2 +inf | r0 r1 r2",
                "BAND=-infinity 1e-6 | o0 o1 o2 o3",
                "TIME=58849.5 | o0",
                "TIME=58850 59249 | o0 o1",
                "TIME=-Inf Inf | o0 o1 o2 o3",
                "FOV=1 | o0 o1 o2 o3",
                "FOV=1.1 2 | ",
                "SPATRES=0.15 0.35 | o1 o2",
                "SPECRP=1001 | r1",
                "SPECRP=1001 +Inf | r1 r2",
                "EXPTIME=.5 100. | o1",
                "EXPTIME=-1 0 | o0",
                "TIMERES=10 10 | r0 r1 r2",
                "POL=I | r0",
                "POL=POLI | r1",
                "POL=YY | ",
                "ID=IVO://EXAMPLE/optical?2 | o2",
                "COLLECTION=Deep | r0 r1 r2",
                "COLLECTION=deep | ",
                "FACILITY=Hill | o0 o1 o2 o3",
                "INSTRUMENT=Kamera ä | o1 o3",
                "DPTYPE=image | o0 o1 o2 o3",
                "DPTYPE=cube | r0 r1 r2",
                "DPTYPE=spectrum | ",
                "CALIB=3 | r0 r1 r2",
                "TARGET=Barnard's star | o1",
                "TARGET=' OR '1'='1 | ",
                "FORMAT=image/fits | o0 o1 o2",
                "FORMAT=application/fits | o0 o1 o2",
                "FORMAT=IMAGE/JPEG | o3",
                "FORMAT=image/nobody-knows | ",
                "FORMAT=application/x-votable+xml;content=datalink | r0 r1 r2",
                "FORMAT=application/x-votable xml ; content=datalink | r0 r1 r2",
                "BAND= | o0 o1 o2 o3 r0 r1 r2",
                "band=0.15 | r0 r1 r2"
            })
    void constraints(String pair, @Nullable String found) throws IOException {
        if ("fault".equals(found)) {
            assertThat(telescopes.ask(pair).answer().status()).isEqualTo(400);
        } else {
            assertThat(telescopes.found(pair)).isEqualTo(found == null ? "" : found);
        }
    }

    @Test
    void withoutAnyEverythingIsFound() throws IOException {
        assertThat(telescopes.found()).isEqualTo("o0 o1 o2 o3 r0 r1 r2");
        assertThat(telescopes.found("REQUEST=query", "VERSION=2.0")).isEqualTo("o0 o1 o2 o3 r0 r1 r2");
    }

    @Test
    void repeatsAreAlternativesAndDifferentOnesMustAllBeMet() throws IOException {
        assertThat(telescopes.found("POS=CIRCLE 10 0 1", "pos=RANGE 0 360 89 90", "POS=CIRCLE 10 0 2"))
                .as("each once")
                .isEqualTo("o1 r0");
        assertThat(telescopes.found("TIME=58849", "TIME=59649 59650", "TIME=1 2"))
                .isEqualTo("o0 o2");
        assertThat(telescopes.found("COLLECTION=Deep", "COLLECTION=Survey", "CALIB=3"))
                .isEqualTo("r0 r1 r2");
        assertThat(telescopes.found("FORMAT=image/jpeg", "FORMAT=application/x-votable+xml;content=datalink"))
                .isEqualTo("o3 r0 r1 r2");
        assertThat(telescopes.found("POS=CIRCLE 0 0 180", "BAND=0.1", "POL=I", "POL=Q", "POL=POLA"))
                .isEqualTo("r0");
        assertThat(telescopes.found("FORMAT=image/fits", "POL=I")).isEmpty();
    }

    @Test
    void aNullMeetsNothing() throws IOException {
        assertThat(telescopes.found("EXPTIME=-Inf +Inf")).isEqualTo("o0 o1 o2 o3");
        assertThat(telescopes.found("SPECRP=-Inf +Inf")).isEqualTo("r0 r1 r2");
        assertThat(telescopes.found("POS=RANGE -Inf +Inf -Inf +Inf", "COLLECTION=Deep"))
                .as("the third has no place")
                .isEqualTo("r0 r1");
    }

    @Test
    void everyStreamIsClosed() throws IOException {
        telescopes.found("POS=CIRCLE 0 0 180");
        telescopes.ask("MAXREC=1");
        telescopes.ask("FACETS=band");
        assertThat(telescopes.catalogue.open).isZero();
    }
}
