package org.lenticular.sia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;

/** SIA 1.0 from the request to the bytes: mistakes are told with the parameter, its value, and what would be right. */
class SiaMistakesTest {
    private static final String GOOD = "POS=10,0&SIZE=1&";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIZE=1 | POS: missing; send right ascension",
                "POS= &SIZE=1 | POS: missing; send right ascension",
                "POS=10&SIZE=1 | POS: '10' is no position",
                "POS=10,0,5&SIZE=1 | POS: '10,0,5' is no position",
                "POS=10 0&SIZE=1 | POS: '10 0' is no position",
                "POS=NGC 4151&SIZE=1 | POS: 'NGC 4151' is no position",
                "POS=NaN,0&SIZE=1 | POS: 'NaN,0' is no position",
                "POS=10,Inf&SIZE=1 | POS: '10,Inf' is no position",
                "POS=10,-Infinity&SIZE=1 | POS: '10,-Infinity' is no position",
                "POS=12:10:32,39:24:20&SIZE=1 | is no position",
                "POS=0x10,0&SIZE=1 | is no position",
                "POS=1d,0&SIZE=1 | is no position",
                "POS=1e999,0&SIZE=1 | right ascension that is not between -180 and 360",
                "POS=10,91&SIZE=1 | POS: '10,91' has a declination that is not between -90 and 90",
                "POS=10,-90.0001&SIZE=1 | declination",
                "POS=400,0&SIZE=1 | POS: '400,0' has a right ascension that is not between -180 and 360",
                "POS=-180.5,0&SIZE=1 | right ascension",
                "POS=10,0 | SIZE: missing; send the width",
                "POS=10,0&SIZE=-1 | SIZE: '-1' is not between 0 and 360",
                "POS=10,0&SIZE=1,-1 | SIZE: '1,-1' is not between",
                "POS=10,0&SIZE=361 | SIZE: '361' is not between",
                "POS=10,0&SIZE=1,181 | SIZE: '1,181' is not between",
                "POS=10,0&SIZE=1,2,3 | SIZE: '1,2,3' is no size; send one or two widths",
                "POS=10,0&SIZE=large | SIZE: 'large' is no size",
                "POS=10,0&SIZE=NaN | SIZE: 'NaN' is no size",
                "POS=10,0&SIZE=1,2&INTERSECT=TOUCHES | INTERSECT: 'TOUCHES' is none of COVERS, ENCLOSED, CENTER, OVERLAPS",
                "POS=10,0&SIZE=1&VERB=7 | VERB: '7' is no verbosity; use 0, 1, 2 or 3",
                "POS=10,0&SIZE=1&VERB=-1 | VERB: '-1' is no verbosity",
                "POS=10,0&SIZE=1&VERB=1.0 | VERB: '1.0' is no verbosity",
                "POS=10,0&SIZE=1&MAXREC=-1 | MAXREC: '-1' is no number of rows; send a whole number from 0 on; more than 100 is 100",
                "POS=10,0&SIZE=1&MAXREC=1.5 | MAXREC: '1.5' is no number of rows",
                "POS=10,0&SIZE=1&MAXREC=many | MAXREC: 'many' is no number of rows",
                "POS=10,0&SIZE=1&MAXREC=1000000000000000000000000000000 | is no number of rows",
                "POS=10,0&SIZE=1&RESULTMAX=10^30 | RESULTMAX: '10^30' is no number of rows",
                "POS=10,0&SIZE=1&FORMAT=fits | FORMAT: 'fits' is no list of formats; use media types",
                "POS=10,0&SIZE=1&FORMAT=GRAPHIC- | FORMAT: 'GRAPHIC-' must end with the graphic formats",
                "POS=10,0&SIZE=1&FORMAT=GRAPHIC-jpeg,a b | FORMAT: 'GRAPHIC-jpeg,a b' must end with",
                "POS=10,0&SIZE=1&POS=10,0 | POS: sent 2 times; send it once",
                "POS=10,0&size=1&SIZE=1 | SIZE: sent 2 times",
                "POS=10,0&SIZE=1&FORMAT=ALL&FORMAT=ALL | FORMAT: sent 2 times",
                "POS=10,0&SIZE=1&MAXREC=1&MAXREC=1 | MAXREC: sent 2 times",
                "POS=10,0&SIZE=1&RESPONSEFORMAT=avro | RESPONSEFORMAT: 'avro' is no form of answer here; use"
            })
    void eachMistakeIsToldWithStatus200InAVotable(String query, String message) throws IOException {
        SmallArchive.Reply reply = archive.ask(sia, "/stars/query", query, null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("text/xml;content=x-votable");
        VotableDocument answer = reply.votable();
        assertThat(answer.attributes("//INFO[@name='QUERY_STATUS']", "value")).containsExactly("ERROR");
        assertThat(answer.message()).startsWith("UsageFault: ").contains(message);
    }

    @Test
    void theCollectionThatIsMeantMustBeSaidAndThoseThatThereAreAreListed() throws IOException {
        assertThat(message("", GOOD)).isEqualTo("UsageFault: table: missing; use one of: stars, empty, unloaded");
        assertThat(message("", GOOD + "table=star"))
                .isEqualTo(
                        "UsageFault: table: 'star' is no collection here (stars?); use one of: stars, empty, unloaded");
        assertThat(message("", GOOD + "table=stars&table=stars")).contains("table: sent 2 times");
    }

    @Test
    void markupInAValueIsText() throws IOException {
        assertThat(message("/stars/query", "POS=<script>\"&SIZE=1"))
                .startsWith("UsageFault: POS: '<script>\"' is no position");
    }

    @Test
    void aLongValueIsCutAndReadInNoTime() throws IOException {
        String digits = "1".repeat(200_000);
        assertThat(message("/stars/query", "SIZE=1&POS=" + digits + "x,0")).hasSizeLessThan(250);
        assertThat(message("/stars/query", "POS=1,1&SIZE=" + digits + "," + digits + "x"))
                .hasSizeLessThan(250);
        assertThat(message("/stars/query", GOOD + "MAXREC=" + digits)).hasSizeLessThan(250);
    }

    @Test
    void aListOfFormatsHasAnEnd() throws IOException {
        String many = IntStream.range(0, 300).mapToObj(i -> "f" + i).collect(Collectors.joining(","));
        assertThat(message("/stars/query", GOOD + "FORMAT=GRAPHIC-" + many)).contains("more than 50 formats");
        String types = IntStream.range(0, 40_000).mapToObj(i -> "image/f" + i).collect(Collectors.joining(","));
        assertThat(message("/stars/query", GOOD + "FORMAT=" + types)).contains("more than 50 formats");
        String same = "jpeg,".repeat(1000);
        assertThat(archive.ask(sia, "/stars/query", GOOD + "FORMAT=GRAPHIC-" + same, null)
                        .votable()
                        .rows())
                .hasSize(1);
    }

    @Test
    void aPageHasTheStatusThatHttpWants() throws IOException {
        SmallArchive.Reply page = archive.ask(sia, "/stars/query", "POS=<b>&SIZE=1", "text/html");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.text()).contains("UsageFault: POS: '&lt;b&gt;' is no position");
    }

    @ParameterizedTest
    @CsvSource({"/nothing/query", "/stars", "/stars/query/", "/stars/capabilities", "//query"})
    void anAddressWhereNothingIsIsNotFound(String path) throws IOException {
        SmallArchive.Reply reply = archive.ask(sia, path, GOOD, null);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.votable().message()).startsWith("NotFoundFault: ");
    }

    @Test
    void aCollectionThatIsNotLoadedIsNoMistakeOfTheClients() throws IOException {
        SmallArchive.Reply reply = archive.ask(sia, "/unloaded/query", GOOD, null);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.votable().message())
                .isEqualTo(
                        "TransientFault: the collection unloaded is not loaded: that goes on, or is still to be done (load), or has failed, and the log says why");
    }

    private String message(String path, String query) throws IOException {
        VotableDocument answer = archive.ask(sia, path, query, null).votable();
        assertThat(answer.status()).isEqualTo("ERROR");
        return answer.message();
    }
}
