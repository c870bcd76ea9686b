package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.sia2.Telescopes.Reply;

/** An answer in parts: it says that it was cut, and where it goes on, and goes on exactly there. */
class Sia2PartsTest {
    private final Telescopes telescopes = new Telescopes();

    @ParameterizedTest
    @CsvSource({"6, 6, OVERFLOW", "7, 7, OK", "8, 7, OK", "1, 1, OVERFLOW", "99999999, 7, OK"})
    void rowsAreCutAtTheLimitAndOnlyThenIsItSaid(int limit, int rows, String status) throws IOException {
        Reply reply = telescopes.ask("MAXREC=" + limit);
        assertThat(reply.votable().rows()).hasSize(rows);
        assertThat(reply.votable().status()).isEqualTo(status);
        assertThat(reply.infos("cursor")).hasSize(status.equals("OK") ? 0 : 1);
        assertThat(reply.link().isEmpty()).isEqualTo(status.equals("OK"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void thePartsTogetherAreTheWholeWhateverTheirSize(int size) throws IOException {
        List<String> whole =
                telescopes.ask("CALIB=1", "CALIB=2", "CALIB=3").votable().column("obs_publisher_did");
        List<String> parts = new ArrayList<>();
        String[] query = {"CALIB=1", "CALIB=2", "CALIB=3", "MAXREC=" + size};
        Reply reply = telescopes.ask(query);
        parts.addAll(reply.votable().column("obs_publisher_did"));
        while (reply.votable().status().equals("OVERFLOW")) {
            String[] further = Arrays.copyOf(query, query.length + 1);
            further[query.length] = "CURSOR=" + reply.infos("cursor").get(0);
            reply = telescopes.ask(further);
            parts.addAll(reply.votable().column("obs_publisher_did"));
        }
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void theHeaderAndTheInfoLeadToTheNextPart() throws IOException {
        Reply reply = telescopes.ask("POS=CIRCLE 0 0 180", "MAXREC=2");
        String next = reply.infos("next").get(0);
        assertThat(next)
                .startsWith(Telescopes.BASE + "/vo/sia2/query?POS=CIRCLE%200%200%20180&MAXREC=2&CURSOR=")
                .endsWith(reply.infos("cursor").get(0));
        assertThat(reply.link()).isEqualTo("<" + next + ">; rel=\"next\"");
        assertThat(telescopes.ask("MAXREC=2", "RESPONSEFORMAT=json").text())
                .contains("\"further_infos\":[{\"name\":\"cursor\"");
        assertThat(telescopes.catalogue.open).isZero();
    }

    @Test
    void afterALoadTheCursorIsOutOfDateAndSaysSo() throws IOException {
        String cursor = telescopes.ask("MAXREC=2").infos("cursor").get(0);
        assertThat(telescopes.ask("CURSOR=" + cursor).answer().status()).isEqualTo(200);
        telescopes.loadOptical("optical-2");
        Reply reply = telescopes.ask("CURSOR=" + cursor);
        assertThat(reply.answer().status()).isEqualTo(410);
        assertThat(reply.votable().message())
                .startsWith("UsageFault: CURSOR: the catalogue was loaded anew")
                .endsWith("begin again without CURSOR");
    }

    @Test
    void aCursorThatWasChangedIsNone() throws IOException {
        String cursor = telescopes.ask("MAXREC=2").infos("cursor").get(0);
        assertThat(cursor).matches("[A-Za-z0-9_-]{31}");
        List<String> changed = List.of(
                cursor.substring(1),
                cursor + "A",
                cursor + "=",
                "B" + cursor.substring(1),
                cursor.substring(0, 30) + (cursor.endsWith("B") ? "C" : "B"),
                "é" + cursor.substring(1),
                Cursor.at(List.of("optical-1", "radio-1"), List.of(), 2, 0).text(),
                Cursor.at(List.of("optical-1", "radio-1"), List.of(), 0, -1).text());
        for (String each : changed) {
            assertThat(telescopes.ask("CURSOR=" + each).answer().status())
                    .as(each)
                    .isEqualTo(400);
        }
        assertThat(telescopes.found("CURSOR= " + cursor + " ")).isEqualTo("o2 o3 r0 r1 r2");
    }

    @Test
    void aCursorOfAnotherQueryIsToldInsteadOfImagesThatAreLeftOut() throws IOException {
        String cursor = telescopes
                .ask("MAXREC=1", "CALIB=1", "CALIB=2", "CALIB=3")
                .infos("cursor")
                .get(0);
        assertThat(telescopes
                        .ask("CALIB=2", "calib=1", "CALIB=3", "CURSOR=" + cursor)
                        .answer()
                        .status())
                .isEqualTo(200);
        for (String other : List.of("CALIB=1", "CALIB=12", "TARGET=x")) {
            Reply reply = telescopes.ask(other, "CURSOR=" + cursor);
            assertThat(reply.answer().status()).as(other).isEqualTo(400);
            if (!other.equals("CALIB=12")) {
                assertThat(reply.votable().message())
                        .startsWith("UsageFault: CURSOR: it was given out to another query");
            }
        }
        assertThat(telescopes
                        .ask("CALIB=1", "CALIB=2", "COUNT=true", "CURSOR=" + cursor)
                        .votable()
                        .message())
                .startsWith("UsageFault: CURSOR: sent with COUNT");
    }

    @Test
    void behindTheLastImageThereIsNothing() throws IOException {
        String end = Cursor.at(List.of("optical-1", "radio-1"), List.of(), 1, 1_000_000)
                .text();
        assertThat(telescopes.found("CURSOR=" + end)).isEmpty();
    }

    @Test
    void countsTellHowManyWithoutThem() throws IOException {
        assertThat(telescopes.ask("COUNT=true").votable().rows()).containsExactly(List.of("7"));
        assertThat(telescopes.ask("COUNT=1", "POS=CIRCLE 10 0 1").votable().rows())
                .containsExactly(List.of("1"));
        assertThat(telescopes.ask("COUNT=true", "FORMAT=image/fits").votable().rows())
                .containsExactly(List.of("3"));
        assertThat(telescopes.ask("COUNT=true", "RESPONSEFORMAT=csv").text()).isEqualTo("images\r\n7\r\n");
        assertThat(telescopes.ask("COUNT=false").votable().rows()).hasSize(7);
    }

    @Test
    void facetsTellHowManyOfEachValue() throws IOException {
        assertThat(telescopes
                        .ask("FACETS=collection,Band", "FACETS=year,bytes,source", "RESPONSEFORMAT=csv")
                        .text()
                        .lines())
                .containsExactly(
                        "facet,value,images",
                        "collection,Deep,3",
                        "collection,Survey,4",
                        "band,Optical,4",
                        "band,Radio,3",
                        "year,,3",
                        "year,2020,1",
                        "year,2021,1",
                        "year,2022,1",
                        "year,2023,1",
                        "bytes,,3",
                        "bytes,1 to 10 MB,1",
                        "bytes,10 to 100 MB,2",
                        "bytes,below 1 MB,1",
                        "source,aws:us-east1,7",
                        "source,main-server,7");
        assertThat(telescopes
                        .ask("FACETS=format,calib", "COLLECTION=Survey", "RESPONSEFORMAT=csv")
                        .text()
                        .lines())
                .contains("format,image/fits,3", "calib,2,1");
    }
}
