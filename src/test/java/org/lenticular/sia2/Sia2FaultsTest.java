package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.sia2.Telescopes.Reply;

/** What a client is told that asks badly: status 400, the parameter, the value, where it is wrong, and what would do. */
class Sia2FaultsTest {
    private final Telescopes telescopes = new Telescopes();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POS=RANGE 1 2 3 | 'RANGE 1 2 3' RANGE needs 4 numbers, got 3; such as POS=RANGE 12 12.5 34 36",
                "POS=CIRCLE 1 2 | CIRCLE needs 3 numbers, got 2; such as POS=CIRCLE 12.5 34 0.5",
                "POS=CIRCLE 1 2 3 4 | CIRCLE needs 3 numbers, got 4",
                "POS=CIRCLE | CIRCLE needs 3 numbers, got 0",
                "POS=CIRCLE 10 0 180.1 | has a radius that is not between 0 and 180 degrees, at character 13 ('180.1')",
                "POS=CIRCLE 10 0 -1 | has a radius that is not between 0 and 180 degrees",
                "POS=CIRCLE 10 95 1 | has a latitude that is not between -90 and 90 degrees, at character 11 ('95')",
                "POS=CIRCLE Inf 0 1 | has no end at character 8 ('Inf'), where a number is needed",
                "POS=CIRCLE 10 0 Inf | has no end at character 13 ('Inf')",
                "POS=CIRCLE 10 NaN 1 | has no number at character 11 ('NaN')",
                "POS=CIRCLE 12:30:00 34 1 | has no number at character 8 ('12:30:00')",
                "POS=CIRCLE 10,0,1 | has a comma; blanks stand between numbers: POS=CIRCLE 10 0 1",
                "POS=CIRCLE 1e999 0 1 | has a number that is too large, at character 8 ('1e999')",
                "POS=CIRCLE ICRS 10 0 1 | has a frame at character 8 ('ICRS'); coordinates are always ICRS",
                "POS=SQUARE 1 2 3 | begins with 'SQUARE', and no such shape is known; use CIRCLE lon lat radius",
                "POS=CIRCEL 1 2 3 | begins with 'CIRCEL', and no such shape is known (CIRCLE?)",
                "POS=10 20 1 | has no shape before its numbers; begin it with CIRCLE, RANGE or POLYGON",
                "POS=10,20 | has no shape before its numbers",
                "POS=RANGE 1 2 3 95 | has a latitude that is not between -90 and 90 degrees, at character 13 ('95')",
                "POS=RANGE 1 2 5 3 | has its northern latitude first, at character 11 ('5')",
                "POS=RANGE +Inf 2 3 4 | begins with +Inf at character 7",
                "POS=RANGE 1 -Inf 3 4 | ends with -Inf at character 9",
                "POS=RANGE 1 2 3 -Inf | ends with -Inf at character 13",
                "POS=RANGE 1 2 +Inf 4 | begins with +Inf at character 11",
                "POS=RANGE 1 2 3 nan | has no number at character 13 ('nan')",
                "POS=POLYGON 1 2 3 4 | POLYGON needs 3 or more pairs of numbers, got 2 pairs; such as POS=POLYGON 12 34",
                "POS=POLYGON 1 2 3 4 5 6 7 | POLYGON needs 3 or more pairs of numbers, got 7 numbers",
                "POS=POLYGON 1 2 3 95 5 6 | has a latitude that is not between -90 and 90 degrees, at character 15 ('95')",
                "POS=POLYGON 0 0 2 2 2 0 0 2 | is no region: the polygon's edges cross or touch each other",
                "POS=POLYGON 1 1 1 1 2 2 | is no region: a polygon needs three different vertices",
                "POS=POLYGON 0 0 1 0 2 0 1 0 | is no region: the polygon's edges cross: they fold back at vertex",
                "POS=POLYGON 0 0 120 0 240 0 | is no region: the polygon is half the sky, so it has no smaller part",
                "POS=POLYGON 0 0 180 0 90 45 | are opposite each other",
                "BAND=5e-7 4e-7 | has its upper end first; the lower one comes first: BAND=4e-7 5e-7",
                "BAND=500nm | has a unit in it; BAND is always in metres: BAND=5e-7",
                "BAND=500 nm | has a unit in it; BAND is always in metres: BAND=5e-7",
                "BAND=500 700 nm | BAND=5e-7 7e-7",
                "BAND=-Inf 0.5um | BAND=-Inf 5e-7",
                "BAND=4000 Å 0.7 µm | BAND=4e-7 7e-7",
                "BAND=90 GHz 110 GHz | BAND=0.002725385981818 0.003331027311111",
                "BAND=10 keV | BAND=1.23984198433e-10",
                "BAND=500 parsec | has a unit in it; BAND is always in metres; such as BAND=5e-7 8e-7",
                "FOV=30arcmin | has a unit in it; FOV is always in degrees: FOV=0.5",
                "SPATRES=0.5 1 deg | SPATRES is always in arcseconds: SPATRES=1800 3600",
                "SPECRP=1000 m | has a unit in it; SPECRP is a ratio without one",
                "BAND=1 2 3 | needs 1 or 2 numbers, got 3",
                "BAND=NaN | has no number at character 1 ('NaN')",
                "BAND=NaN 1 | has no number at character 1",
                "BAND=1 NaN | has no number at character 3",
                "BAND=1 -Inf | ends with -Inf, and nothing is below that",
                "BAND=+Inf 1 | begins with +Inf, and nothing is above that",
                "BAND=-Inf -Inf | ends with -Inf",
                "BAND=Inf | has no end at character 1 ('Inf'), where a number is needed",
                "BAND=1e999 | has a number that is too large",
                "BAND=1,2 | has a comma; blanks stand between numbers: BAND=1 2",
                "BAND=optical | has no number at character 1 ('optical'); such as BAND=5e-7 8e-7",
                "TIME=2020-01-01 | has a date; times are MJD, in days: TIME=58849 58850",
                "TIME=2020-01-01T12:00 2020-02-01 | has a date; times are MJD, in days: TIME=58849.5 58880",
                "TIME=2020-01-01T18:00:00Z | TIME=58849.75",
                "TIME=2020-01-01 +Inf | TIME=58849 +Inf",
                "TIME=2020-13-01 | has a date; times are MJD, in days; such as TIME=58849 59000.5",
                "TIME=2020-01-01 12:00:00 | has a date; times are MJD, in days; such as TIME=58849 59000.5",
                "FOV=1 0 | the lower one comes first: FOV=0 1",
                "SPATRES=a | SPATRES: 'a' has no number",
                "SPECRP=1 2 3 | SPECRP: '1 2 3' needs 1 or 2 numbers",
                "EXPTIME=10 min | has a unit in it; EXPTIME is always in seconds: EXPTIME=600",
                "TIMERES=-Inf | TIMERES: '-Inf' has no end",
                "POL=X | is no polarization state; use one of I, Q, U, V, RR",
                "POL=i | is no polarization state (I?)",
                "POL=I Q | is no polarization state",
                "CALIB=9 | is no calibration level; use one of 0, 1, 2, 3, 4",
                "CALIB=2.0 | is no calibration level",
                "CALIB=1 2 | is no calibration level",
                "DPTYPE=Image | is no kind of data (image?); use one of image, cube",
                "DPTYPE=picture | is no kind of data",
                "FORMAT=votable | FORMAT is what the images are, such as image/fits; the form of the answer is RESPONSEFORMAT=votable",
                "FORMAT=fits | is no media type; FORMAT is what the images are, such as image/fits; the form of the answer is RESPONSEFORMAT=fits",
                "FORMAT=ALL | is no media type; leave FORMAT out",
                "FORMAT=METADATA | is no media type; send MAXREC=0",
                "RESPONSEFORMAT=image/fits | is no form of answer; images of that type are asked for with FORMAT=image/fits",
                "RESPONSEFORMAT=nonesuch | is no form of answer here",
                "MAXREC=-1 | MAXREC: '-1' is no number of rows",
                "MAXREC=many | MAXREC: 'many' is no number of rows",
                "source=mars | source: 'mars' is no source",
                "source=all | asks for every copy, and an image here has one address",
                "COUNT=maybe | COUNT: 'maybe' is neither true nor false",
                "FACETS=bnad | is nothing to count by (band?); use some of collection,",
                "CURSOR=x | is none that was given out here"
            })
    void aValueThatCannotBeUsed(String pair, String message) throws IOException {
        Reply reply = telescopes.ask(pair);
        assertThat(reply.answer().status()).isEqualTo(400);
        assertThat(reply.votable().status()).isEqualTo("ERROR");
        assertThat(reply.votable().message())
                .startsWith("UsageFault: " + pair.substring(0, pair.indexOf('=')) + ": ")
                .contains(message);
    }

    @Test
    void ofSeveralValuesTheBadOneIsNamed() throws IOException {
        assertThat(telescopes.ask("POS=CIRCLE 1 2 3", "POS=CIRCLE 4 5").text()).contains("'CIRCLE 4 5'");
    }

    @Test
    void tooManyValuesAreRefusedAndTheLimitIsTold() throws IOException {
        String[] many =
                IntStream.range(0, 51).mapToObj(i -> "POS=CIRCLE " + i + " 0 1").toArray(String[]::new);
        assertThat(telescopes.ask(many).votable().message())
                .isEqualTo("UsageFault: POS: sent 51 times, which makes 51 values that constrain the images, or more;"
                        + " the limit of this service is 50 in one request");
        String[] both = IntStream.range(0, 51)
                .mapToObj(i -> i < 26 ? "ID=" + i : "TARGET=" + i)
                .toArray(String[]::new);
        assertThat(telescopes.ask(both).votable().message()).contains("TARGET: sent 25 times, which makes 51 values");
        many[50] = "MAXREC=7";
        assertThat(telescopes.ask(many).answer().status()).isEqualTo(200);
    }

    @Test
    void aPolygonOfTenThousandVerticesIsRefused() throws IOException {
        String vertices = IntStream.range(0, 10_000)
                .mapToObj(i -> 10 * Math.cos(i / 10_000.0 * 6.28) + " " + 10 * Math.sin(i / 10_000.0 * 6.28))
                .collect(Collectors.joining(" "));
        assertThat(telescopes.ask("POS=POLYGON " + vertices).votable().message())
                .endsWith("has 10000 vertices; the limit of this service is 1000");
    }

    @Test
    void whatMayBeSentOnceIsRefusedTwice() throws IOException {
        for (String pair : new String[] {"MAXREC=1", "RESPONSEFORMAT=votable", "COUNT=true", "CURSOR=x"}) {
            assertThat(telescopes.ask(pair, pair).votable().message()).contains("sent 2 times; send it once");
        }
        assertThat(telescopes.ask("COUNT=true", "FACETS=band").votable().message())
                .contains("send one of them");
    }

    @Test
    void faultsHaveTheFormOfTheAnswer() throws IOException {
        assertThat(telescopes.ask("RESPONSEFORMAT=csv", "CALIB=9"))
                .satisfies(reply -> assertThat(reply.answer().status()).isEqualTo(400))
                .satisfies(reply -> assertThat(reply.answer().contentType()).startsWith("text/plain"))
                .satisfies(reply -> assertThat(reply.text()).startsWith("UsageFault: CALIB: '9'"));
        assertThat(telescopes.ask("RESPONSEFORMAT=json", "CALIB=9").text()).contains("\"status\":\"ERROR\"");
        assertThat(telescopes.ask(telescopes.sia2, "text/html", "CALIB=9").text())
                .startsWith("<!DOCTYPE html>");
    }

    @Test
    void aHostileValueIsCutAndShown() throws IOException {
        String message = telescopes
                .ask("TIME=<script>\u0007" + String.join("", Collections.nCopies(300, "x")))
                .votable()
                .message();
        assertThat(message).contains("'<script>\\u0007x").doesNotContain("x".repeat(70));
    }
}
