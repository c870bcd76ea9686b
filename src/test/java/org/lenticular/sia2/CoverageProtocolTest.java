package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.MocText;
import org.lenticular.fault.FaultException;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Places;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.TaggedProtocol;
import org.lenticular.protocol.Tags;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Region;

/** The coverage of collections and of results: that of the images which SIA 2.0 would find, and mistakes told as it tells them. */
class CoverageProtocolTest {
    private final Telescopes telescopes = new Telescopes();
    private final CoverageProtocol coverage =
            new CoverageProtocol(telescopes.catalogue, telescopes.collections, new Sia2Protocol.Limits(100, 100, 50));

    private static Request request(@Nullable String accept, String path, String... pairs) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            sent.add(Map.entry(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return new Request(Parameters.of(sent), path, Telescopes.BASE, accept);
    }

    private Answer ask(Request request) {
        try {
            return coverage.answer(request);
        } catch (FaultException e) {
            return coverage.fault(request, e.fault());
        }
    }

    private static String body(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Answer.Body body = answer.body()) {
            body.write(out);
        }
        return new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private String map(String path, String... pairs) throws IOException {
        Answer answer = ask(request("text/plain", path, pairs));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/plain;charset=UTF-8");
        return body(answer);
    }

    private static String of(int order, Region... regions) {
        CoveredSky sky = new CoveredSky(order);
        List.of(regions).forEach(sky::add);
        return MocText.of(sky.map()) + "\n";
    }

    private static Region optical(int image) {
        return Cap.of(10 * image, 0, 0.5);
    }

    @Test
    void aCollectionsCoverageIsThatOfAllItsImages() throws IOException {
        assertThat(map("/optical")).isEqualTo(of(9, optical(0), optical(1), optical(2), optical(3)));
        assertThat(map("/radio", "ORDER=5")).isEqualTo(of(5, Cap.of(0, 90, 1), Cap.of(0, -90, 1)));
        assertThat(map("", "ORDER=0"))
                .isEqualTo(of(0, optical(0), optical(1), optical(2), optical(3), Cap.of(0, 90, 1), Cap.of(0, -90, 1)))
                .isEqualTo("0/0-4 8-11\n");
    }

    @Test
    void aResultsCoverageIsThatOfTheImagesThatAreFound() throws IOException {
        assertThat(map("", "POS=CIRCLE 10 0 1", "ORDER=8")).isEqualTo(of(8, optical(1)));
        assertThat(map("", "TARGET=Barnard's star", "TARGET=Field 2")).isEqualTo(of(9, optical(1), optical(2)));
        assertThat(map("", "FORMAT=image/jpeg")).isEqualTo(of(9, optical(3)));
        assertThat(map("", "POS=CIRCLE 0 90 5", "POS=CIRCLE 0 0 1", "ORDER=3"))
                .isEqualTo(of(3, optical(0), Cap.of(0, 90, 1)));
        assertThat(map("/radio", "POS=CIRCLE 0 90 5", "POS=CIRCLE 0 0 1", "ORDER=3"))
                .as("of one collection")
                .isEqualTo(of(3, Cap.of(0, 90, 1)));
    }

    @Test
    void finerThanWhatIsKeptIsWorkedOut() throws IOException {
        assertThat(map("/optical", "ORDER=11")).isEqualTo(of(11, optical(0), optical(1), optical(2), optical(3)));
    }

    @Test
    void maxrecLimitsImagesWhereItIsSentAndOnlyThere() throws IOException {
        assertThat(map("", "MAXREC=2")).isEqualTo(of(9, optical(0), optical(1)));
        assertThat(map("", "MAXREC=5", "ORDER=4"))
                .isEqualTo(of(4, optical(0), optical(1), optical(2), optical(3), Cap.of(0, 90, 1)));
        assertThat(map("", "MAXREC=0")).isEqualTo("9/\n");
    }

    @Test
    void nothingFoundIsAnEmptyMap() throws IOException {
        assertThat(map("", "POS=CIRCLE 100 40 1")).isEqualTo("9/\n");
        assertThat(map("", "ID=ivo://example/radio?2&x", "ORDER=6"))
                .as("an image without a footprint")
                .isEqualTo("6/\n");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, application/fits, SIMPLE  =",
                "*/*, -, application/fits, SIMPLE  =",
                "text/html, -, application/fits, SIMPLE  =",
                "application/json, -, application/json, {",
                "'text/plain;q=0.5, application/json;q=0.1', -, text/plain;charset=UTF-8, 6/",
                "'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', -, application/fits, SIMPLE  =",
                "text/plain, fits, application/fits, SIMPLE  =",
                "-, application/fits, application/fits, SIMPLE  =",
                "-, JSON, application/json, {",
                "-, text/plain; charset=utf-8, text/plain;charset=UTF-8, 6/",
                "-, ascii, text/plain;charset=UTF-8, 6/"
            })
    void theFormIsWhatResponseformatSaysElseWhatAcceptLikesElseFits(
            @Nullable String accept, @Nullable String form, String type, String begins) throws IOException {
        Answer answer = ask(
                form == null
                        ? request(accept, "", "POS=CIRCLE 100 40 1", "ORDER=6")
                        : request(accept, "", "POS=CIRCLE 100 40 1", "ORDER=6", "RESPONSEFORMAT=" + form));
        assertThat(answer.contentType()).isEqualTo(type);
        assertThat(body(answer)).startsWith(begins);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDER=99 | ORDER: '99' is no order of cells here; send a whole number from 0 to 11",
                "ORDER=12 | ORDER: '12' is no order of cells here; send a whole number from 0 to 11",
                "ORDER=x | ORDER: 'x' is no order of cells here; send a whole number from 0 to 11",
                "ORDER=-1 | ORDER: '-1' is no order of cells here",
                "ORDER=3.5 | ORDER: '3.5' is no order of cells here",
                "ORDER=99999999999999999999 | is no order of cells here",
                "RESPONSEFORMAT=votable | RESPONSEFORMAT: 'votable' is no form of a coverage map; use one of fits, json and ascii",
                "RESPONSEFORMAT=image/fits | RESPONSEFORMAT: 'image/fits' is no form of a coverage map",
                "POS=RANGE 1 2 3 | RANGE needs 4 numbers, got 3",
                "CALIB=9 | CALIB: '9' is no calibration level",
                "MAXREC=-1 | MAXREC: '-1' is no number of rows",
                "CURSOR=abc | CURSOR: a coverage is that of all images of a query; leave it out"
            })
    void aMistakeIsToldInPlainTextWithItsStatus(String pair, String message) throws IOException {
        Answer answer = ask(request(null, "", pair));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(body(answer)).startsWith("UsageFault: ").contains(message);
    }

    @Test
    void aMistakeIsToldInJsonWhereThatIsAskedFor() throws IOException {
        Answer answer = ask(request(null, "", "ORDER=x", "RESPONSEFORMAT=json"));
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(body(answer)).contains("\"fault\":\"UsageFault\"").contains("'x' is no order");
    }

    @Test
    void repeatedOrdersAreAMistake() throws IOException {
        assertThat(body(ask(request(null, "", "ORDER=3", "ORDER=4")))).contains("ORDER: sent 2 times; send it once");
    }

    @Test
    void anUnknownCollectionIsNotFoundAndTheNearestIsNamed() throws IOException {
        Answer answer = ask(request(null, "/optcal"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(body(answer)).contains("there is no collection 'optcal' here (optical?); there is: optical, radio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER=5", "POS=CIRCLE 0 0 1"})
    void aMapInWhichACollectionIsMissingIsNoAnswer(String pair) throws IOException {
        telescopes.collections.put(
                "unloaded", new Served("unloaded", "Unloaded", new CopyChooser("unloaded", List.of(Places.MAIN))));
        Answer answer = ask(request(null, "", pair));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(body(answer)).contains("unloaded is not loaded");
    }

    @Test
    void eachFormHasATagOfItsOwnWhichALoadChanges() {
        Tags tags = new Tags("program", telescopes.catalogue, telescopes.collections).byForm(CoverageProtocol::form);
        TaggedProtocol tagged = new TaggedProtocol(coverage, tags);
        Optional<String> fits = tagged.tag(request(null, "/optical"));
        assertThat(fits).isPresent();
        assertThat(tagged.tag(request("application/fits", "/optical"))).isEqualTo(fits);
        assertThat(tagged.tag(request("text/html", "/optical"))).isEqualTo(fits);
        assertThat(tagged.tag(request(null, "/optical", "RESPONSEFORMAT=ascii")))
                .isPresent()
                .isNotEqualTo(fits);
        assertThat(tagged.tag(request("application/json", "/optical")))
                .isPresent()
                .isNotEqualTo(fits);
        assertThat(tagged.tag(request(null, "/optical", "ORDER=3"))).isPresent().isNotEqualTo(fits);
        assertThat(tagged.tag(request(null, "/optical", "RESPONSEFORMAT=votable")))
                .isEmpty();
        telescopes.loadOptical("optical-2");
        assertThat(tagged.tag(request(null, "/optical"))).isPresent().isNotEqualTo(fits);
    }
}
