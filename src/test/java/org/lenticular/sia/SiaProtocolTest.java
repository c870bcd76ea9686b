package org.lenticular.sia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;

/** SIA 1.0 from the request to the bytes: what is asked for well. */
class SiaProtocolTest {
    private static final String ALL = "table=stars&POS=20,0&SIZE=30";

    private static SmallArchive archive;

    private static SiaProtocol sia;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
        sia = new SiaProtocol(archive.catalogue(), archive.collections(), 5, 100);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private VotableDocument ask(String query) throws IOException {
        SmallArchive.Reply reply = archive.ask(sia, "", query, null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("text/xml;content=x-votable");
        return reply.votable();
    }

    private List<String> titles(String query) throws IOException {
        VotableDocument answer = ask(query);
        assertThat(answer.status()).as(answer.message()).isEqualTo("OK");
        return answer.column("SIA_title");
    }

    @Test
    void withASourceTheAddressesAreOfThatCopyAndTheRowsSayWhich() throws IOException {
        VotableDocument answer = ask("table=stars&POS=10,0&SIZE=1&source=gc,aws:us-east1");
        String descriptor = "/VOTABLE/RESOURCE[@ID='datalink']/GROUP/PARAM[@name='source']";
        assertThat(answer.attributes(descriptor, "value")).containsExactly("gc,aws:us-east1");
        assertThat(ask("table=stars&POS=10,0&SIZE=1").attributes(descriptor, "value"))
                .containsExactly("main-server");
        assertThat(answer.column("access_url"))
                .containsExactly("s3://example/FTP/star 1.fits", "s3://example/FTP/star 1.jpeg");
        assertThat(answer.column("SIA_reference")).isEqualTo(answer.column("access_url"));
        assertThat(answer.column("source")).containsOnly("aws:us-east1");
        assertThat(answer.column("source_note")).containsOnly("no copy at gc; this one is at aws:us-east1");
        assertThat(ask("table=stars&POS=10,0&SIZE=1").columns())
                .as("nobody asked")
                .doesNotContain("source", "source_note");
    }

    @Test
    void aSourceThatOnlyAnotherCollectionHasIsADetour() throws IOException {
        VotableDocument answer = ask("table=stars&POS=10,0&SIZE=1&source=aws:us-east2");
        assertThat(answer.column("access_url"))
                .containsExactly(
                        "https://main.example.org/FTP/star%201.fits", "https://main.example.org/FTP/star%201.jpeg");
        assertThat(answer.column("source_note")).containsOnly("no copy at aws:us-east2; this one is at main-server");
        assertThat(ask("table=stars&POS=10,0&SIZE=1&source=aws:us-east2,aws:us-east1")
                        .column("source_note"))
                .containsOnly("no copy at aws:us-east2; this one is at aws:us-east1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all | source: 'all' asks for every copy, and an image here has one address",
                "mars | source: 'mars' is no source of stars; use one of: main-server, aws:us-east1 (or aws:us-east-1), gc, or all",
                "gc,mars | source: 'mars' is no source of stars"
            })
    void aSourceThatCannotBeIsAMistake(String source, String message) throws IOException {
        VotableDocument answer = ask("table=stars&POS=10,0&SIZE=1&source=" + source);
        assertThat(answer.status()).isEqualTo("ERROR");
        assertThat(answer.message()).startsWith("UsageFault: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POS=10,0&SIZE=1 | 1",
                "pos=10,0&Size=1 | 1",
                "POS= 10 , +0.0 &SIZE= 1e-1 | 1",
                "POS=1.E1,.0&SIZE=1. | 1",
                "POS=-170,0&SIZE=0 | ",
                "POS=-5,0&SIZE=30,1 | 1",
                "POS=360,0&SIZE=22 | 1",
                "POS=10.4,0&SIZE=0 | 1",
                "POS=10.6,0&SIZE=0 | ",
                "POS=10.6,0&SIZE=0.3 | 1",
                "POS=15,0&SIZE=10,0.1 | 1 2",
                "POS=15,0&SIZE=0.1,10 | ",
                "POS=360,-90&SIZE=360,180 | 1 2 3",
                "POS=0,90&SIZE=180 | 1 2 3",
                "POS=0,90&SIZE=178 | ",
                "POS=10,0&SIZE=0.2&INTERSECT=COVERS | 1",
                "POS=10,0&SIZE=2&INTERSECT=covers | ",
                "POS=10,0&SIZE=2&INTERSECT=Enclosed | 1",
                "POS=10,0&SIZE=0.2&INTERSECT=ENCLOSED | ",
                "POS=10.7,0&SIZE=2&INTERSECT=CENTER | ",
                "POS=10.3,0&SIZE=2&INTERSECT=CENTER | 1",
                "POS=10.7,0&SIZE=2&INTERSECT= | 1"
            })
    void positionsSizesAndIntersections(String query, @Nullable String stars) throws IOException {
        List<String> expected = stars == null
                ? List.of()
                : List.of(stars.split(" ")).stream()
                        .map(star -> "star " + star + ".fits")
                        .toList();
        assertThat(titles("table=stars&FORMAT=image/fits&" + query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | fits jpeg",
                "ALL | fits jpeg",
                "all | fits jpeg",
                "image/fits | fits",
                "IMAGE/Fits | fits",
                "application/fits | fits",
                "image/jpeg,image/png | jpeg",
                "image/jpeg , image/fits | fits jpeg",
                "GRAPHIC | jpeg",
                "graphic-all | jpeg",
                "GRAPHIC-png,jpeg | jpeg",
                "GRAPHIC-JPG | jpeg",
                "GRAPHIC-png | ''",
                "image/fits,GRAPHIC-jpeg,png | fits jpeg",
                "text/html | ''",
                "image/x-nobody-knows | ''"
            })
    void formats(String format, String types) throws IOException {
        assertThat(titles("table=stars&POS=10,0&SIZE=1&FORMAT=" + format))
                .isEqualTo(
                        types.isEmpty()
                                ? List.of()
                                : List.of(types.split(" ")).stream()
                                        .map(type -> "star 1." + type)
                                        .toList());
    }

    @Test
    void aRowHasTheArchivesCellsAndTheCopyThatAnyClientCanFetch() throws IOException {
        VotableDocument answer = ask("table=stars&POS=10,0&SIZE=0&FORMAT=image/fits");
        assertThat(answer.rows()).hasSize(1);
        assertThat(answer.column("name")).containsExactly("Star <1>");
        assertThat(answer.column("datalink")).containsExactly("star:1");
        String address = "https://main.example.org/FTP/star%201.fits";
        assertThat(answer.column("access_url")).containsExactly(address);
        assertThat(answer.column("SIA_reference")).containsExactly(address);
        assertThat(answer.column("cloud_access").get(0)).contains("\"key\": \"FTP/star 1.fits\"");
        assertThat(answer.attributes("//INFO[@name='standardID']", "value")).containsExactly("ivo://ivoa.net/std/SIA");
    }

    @Test
    void noHitIsAWholeDocument() throws IOException {
        VotableDocument answer = ask("table=stars&POS=200,0&SIZE=0");
        assertThat(answer.status()).isEqualTo("OK");
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.columns()).hasSize(SmallArchive.COLUMNS.size());
        assertThat(answer.elements("//RESOURCE[@utype='adhoc:service']")).hasSize(1);
        assertThat(ask("table=empty&POS=200,0&SIZE=180").rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5, OVERFLOW",
        "MAXREC=6, 6, OK",
        "MAXREC=5, 5, OVERFLOW",
        "MAXREC=+2, 2, OVERFLOW",
        "MAXREC=999999999, 6, OK",
        "RESULTMAX=2, 2, OVERFLOW",
        "resultmax=2&MAXREC=3, 2, OVERFLOW",
        "RESULTMAX=4&MAXREC=3, 3, OVERFLOW",
        "MAXREC=, 5, OVERFLOW",
        "MAXREC=0, 0, OVERFLOW"
    })
    void rowsAreCutAtTheLimitAndOnlyThenIsItSaid(String limit, int rows, String status) throws IOException {
        VotableDocument answer = ask(ALL + "&" + (limit.isEmpty() ? "x=y" : limit));
        assertThat(answer.rows()).hasSize(rows);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"MAXREC=0", "MAXREC=0&POS=", "RESULTMAX=0&MAXREC=7"})
    void withoutAPositionNoRowsMeansTheColumns(String query) throws IOException {
        VotableDocument answer = ask("table=stars&" + query);
        assertThat(answer.status()).isEqualTo("OK");
        assertThat(answer.columns()).hasSize(SmallArchive.COLUMNS.size());
        assertThat(answer.rows()).isEmpty();
    }

    @Test
    void theCollectionMayStandInThePathAndBeLeftOutWhereThereIsOne() throws IOException {
        assertThat(archive.ask(sia, "/stars/query", "POS=10,0&SIZE=0", null)
                        .votable()
                        .rows())
                .hasSize(2);
        SiaProtocol one = new SiaProtocol(archive.catalogue(), archive.only("stars"), 5, 100);
        assertThat(archive.ask(one, "", "POS=10,0&SIZE=0", null).votable().rows())
                .hasSize(2);
    }

    @Test
    void unknownParametersAreLeftAlone() throws IOException {
        assertThat(titles("table=stars&POS=10,0&SIZE=0&NAXIS=100&CFRAME=GAL&x=y&x=z"))
                .hasSize(2);
    }
}
