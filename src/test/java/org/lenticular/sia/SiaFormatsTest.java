package org.lenticular.sia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/** One search, told in each form; mistakes have HTTP's own status in all that are no VOTable. */
class SiaFormatsTest {
    private static final String IMAGES = "POS=10,0&SIZE=0&RESPONSEFORMAT=";

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

    @Test
    void binaryRowsAreThoseOfTabledata() throws IOException {
        List<List<String>> rows = ask(IMAGES + "votable", null).votable().rows();
        SmallArchive.Reply reply = ask(IMAGES + "votable/b2", null);
        assertThat(reply.contentType()).isEqualTo("application/x-votable+xml;serialization=BINARY2");
        VotableDocument.read(reply.body());
        StarTable table = new VOTableBuilder()
                .makeStarTable(new ByteArrayDataSource("b2", reply.body()), false, StoragePolicy.PREFER_MEMORY);
        assertThat(table.getRowCount()).isEqualTo(rows.size()).isEqualTo(2);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(table.getCell(i, 8)).isEqualTo(rows.get(i).get(8));
            assertThat(table.getCell(i, 6)).isEqualTo(10.0);
            assertThat(table.getCell(i, 11)).isEqualTo(new int[] {1024, 1024});
            assertThat(table.getCell(i, 2)).isNull();
        }
        assertThat(reply.votable().elements("//RESOURCE[@utype='adhoc:service']"))
                .as("descriptors are VOTable's")
                .hasSize(1);
    }

    @Test
    void jsonHasAnObjectForEachImageAndSaysHowTheyEnd() throws IOException {
        JsonNode all = json(ask(IMAGES + "json", null));
        assertThat(all.get("title").textValue()).isEqualTo("Images of Stars & <planets>");
        assertThat(all.at("/infos/0/value").textValue()).isEqualTo("ivo://ivoa.net/std/SIA");
        assertThat(all.get("data").findValuesAsText("SIA_title")).containsExactly("star 1.fits", "star 1.jpeg");
        assertThat(all.at("/data/0/s_ra").doubleValue()).isEqualTo(10.0);
        assertThat(all.at("/data/0/SIA_naxis").toString()).isEqualTo("[1024,1024]");
        assertThat(all.at("/data/0/name").textValue()).isEqualTo("Star <1>");
        assertThat(all.at("/data/0/name_2").textValue()).isEqualTo("twice");
        assertThat(all.at("/fields/4/key").textValue()).isEqualTo("name_2");
        assertThat(all.get("status").textValue()).isEqualTo("OK");

        JsonNode cut = json(ask(IMAGES + "json&MAXREC=1", null));
        assertThat(cut.get("data")).hasSize(1);
        assertThat(cut.get("status").textValue()).isEqualTo("OVERFLOW");
        assertThat(cut.get("message").textValue()).startsWith("There are more than these 1 images");
    }

    @Test
    void separatedTextIsNamesAndRowsAndNothingElse() throws IOException {
        SmallArchive.Reply csv = ask(IMAGES + "csv&VERB=0", null);
        assertThat(csv.contentType()).isEqualTo("text/csv;header=present;charset=UTF-8");
        assertThat(csv.text().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("datalink,")
                .contains("SIA_title");
        SmallArchive.Reply tsv = ask(IMAGES + "tsv&VERB=0&MAXREC=1", null);
        assertThat(tsv.contentType()).isEqualTo("text/tab-separated-values;charset=UTF-8");
        assertThat(tsv.text().lines()).as("it cannot say that there are more").hasSize(2);
        assertThat(tsv.text()).startsWith("datalink\t").contains("\tstar 1.fits\t");
    }

    @Test
    void textSaysHowManyAndThatThereAreMore() throws IOException {
        SmallArchive.Reply text = ask(IMAGES + "text&VERB=0&MAXREC=1", null);
        assertThat(text.contentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.text()).contains("star 1.fits").contains("\n1 row. There are more than these 1 images");
    }

    @Test
    void acceptAloneIsEnough() throws IOException {
        assertThat(ask("POS=10,0&SIZE=0", "text/csv").text()).startsWith("name,exposure time,");
        assertThat(json(ask("POS=10,0&SIZE=0", "application/json")).get("data")).hasSize(2);
        assertThat(ask("POS=10,0&SIZE=0&RESPONSEFORMAT=votable", "text/csv")
                        .votable()
                        .rows())
                .as("RESPONSEFORMAT decides")
                .hasSize(2);
    }

    @Test
    void columnsAloneAreTold() throws IOException {
        assertThat(ask("MAXREC=0&RESPONSEFORMAT=csv", null).text().lines()).hasSize(1);
        assertThat(json(ask("FORMAT=METADATA&RESPONSEFORMAT=json", null)).get("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "votable    | 200 | text/xml;content=x-votable",
                "votable/b2 | 200 | text/xml;content=x-votable",
                "csv        | 400 | text/plain;charset=UTF-8",
                "tsv        | 400 | text/plain;charset=UTF-8",
                "text       | 400 | text/plain;charset=UTF-8",
                "json       | 400 | application/json",
                "ndjson     | 400 | application/json",
                "html       | 400 | text/html;charset=UTF-8"
            })
    void aMistakeIsToldInTheFormThatWasAskedFor(String form, int status, String type) throws IOException {
        SmallArchive.Reply reply = ask("POS=4&SIZE=1&RESPONSEFORMAT=" + form, null);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo(type);
        assertThat(reply.text()).contains("UsageFault: POS: '4' is no position");
    }

    @Test
    void metadataListsEveryForm() throws IOException {
        VotableDocument metadata = ask("FORMAT=METADATA", null).votable();
        assertThat(metadata.attributes("//PARAM[@name='INPUT:RESPONSEFORMAT']/VALUES/OPTION", "value"))
                .containsExactlyElementsOf(Negotiation.names());
    }

    private static JsonNode json(SmallArchive.Reply reply) throws IOException {
        assertThat(reply.contentType()).isEqualTo("application/json");
        return new ObjectMapper().readTree(reply.body());
    }

    private static SmallArchive.Reply ask(String query, @Nullable String accept) throws IOException {
        return archive.ask(sia, "/stars/query", query, accept);
    }
}
