package org.lenticular.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.protocol.SmallArchive;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/** The links of one dataset, told in each form. */
class DataLinkFormatsTest {
    private static SmallArchive archive;

    private static DataLinkProtocol datalink;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
        datalink = new DataLinkProtocol(
                archive.catalogue(), archive.collections(), new DataLinkProtocol.Limits(3, 3, 1000));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void binaryLinksKeepTheirCanonicalTypeBesideTheSerialization() throws IOException {
        SmallArchive.Reply reply = ask("ID=star:1&ID=Étoile 𝔐&RESPONSEFORMAT=votable/b2", null);
        assertThat(reply.contentType()).isEqualTo("application/x-votable+xml;content=datalink;serialization=BINARY2");
        assertThat(reply.votable().attributes("//INFO[@name='standardID']", "value"))
                .containsExactly("ivo://ivoa.net/std/DataLink#links-1.1");
        StarTable table = new VOTableBuilder()
                .makeStarTable(new ByteArrayDataSource("b2", reply.body()), false, StoragePolicy.PREFER_MEMORY);
        assertThat(table.getRowCount()).isEqualTo(3);
        assertThat(table.getCell(0, 0)).isEqualTo("star:1");
        assertThat(table.getCell(0, 7)).isEqualTo(1000L);
        assertThat(table.getCell(1, 7)).as("an unknown length").isNull();
        assertThat(table.getCell(2, 0)).as("whatever a client sent comes back").isEqualTo("Étoile 𝔐");
        assertThat(table.getCell(2, 1)).isNull();
    }

    @Test
    void jsonLinksCanBeReadWithoutKnowingVotables() throws IOException {
        SmallArchive.Reply reply = ask("ID=star:1&ID=none", "application/json");
        assertThat(reply.contentType()).isEqualTo("application/json");
        JsonNode links = new ObjectMapper().readTree(reply.body());
        assertThat(links.at("/infos/0/value").textValue()).isEqualTo("ivo://ivoa.net/std/DataLink#links-1.1");
        assertThat(links.at("/data/0/access_url").textValue()).startsWith("https://");
        assertThat(links.at("/data/0/error_message").isNull()).isTrue();
        assertThat(links.at("/data/0/content_length").longValue()).isEqualTo(1000);
        assertThat(links.at("/data/2/error_message").textValue()).startsWith("NotFoundFault: ");
        assertThat(links.at("/fields/7/unit").textValue()).isEqualTo("byte");
        assertThat(links.get("status").textValue()).isEqualTo("OK");
    }

    @Test
    void csvHasALineForEachLink() throws IOException {
        assertThat(ask("ID=star:1&RESPONSEFORMAT=text/csv", null).text().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("ID,access_url,service_def,error_message,");
        assertThat(ask("RESPONSEFORMAT=csv", null).text().lines())
                .as("no identifier")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv    | text/plain;charset=UTF-8",
                "tsv    | text/plain;charset=UTF-8",
                "text   | text/plain;charset=UTF-8",
                "json   | application/json",
                "ndjson | application/json"
            })
    void aFaultIsNeverAnEmptyTable(String form, String type) throws IOException {
        SmallArchive.Reply reply = ask("ID=star:1&source=mars&RESPONSEFORMAT=" + form, null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.contentType()).isEqualTo(type);
        assertThat(reply.text()).contains("UsageFault: source: 'mars'");
    }

    @Test
    void aFormThatThereIsNotIsToldInTheFormThatIsAccepted() throws IOException {
        SmallArchive.Reply reply = ask("ID=star:1&RESPONSEFORMAT=avro", "application/json");
        assertThat(reply.status()).isEqualTo(400);
        JsonNode fault = new ObjectMapper().readTree(reply.body());
        assertThat(fault.get("fault").textValue()).isEqualTo("UsageFault");
        assertThat(fault.get("message").textValue())
                .startsWith("UsageFault: RESPONSEFORMAT: 'avro' is no form of answer here; use one of votable, ");
    }

    private static SmallArchive.Reply ask(String query, @Nullable String accept) throws IOException {
        return archive.ask(datalink, "/stars", query, accept);
    }
}
