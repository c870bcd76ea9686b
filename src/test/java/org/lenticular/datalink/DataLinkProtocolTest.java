package org.lenticular.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;

/** DataLink 1.1 from the request to the bytes. */
class DataLinkProtocolTest {
    private static SmallArchive archive;

    private static DataLinkProtocol datalink;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
        datalink = new DataLinkProtocol(
                archive.catalogue(), archive.collections(), new DataLinkProtocol.Limits(10, 10, 1000));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private VotableDocument ask(String query) throws IOException {
        SmallArchive.Reply reply = archive.ask(datalink, "/stars", query, null);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/x-votable+xml;content=datalink");
        VotableDocument answer = reply.votable();
        assertThat(answer.status()).isEqualTo("OK");
        for (List<String> row : answer.rows()) {
            assertThat(List.of(row.get(1), row.get(2), row.get(3)).stream().filter(cell -> !cell.isEmpty()))
                    .as("exactly one of access_url, service_def, error_message: %s", row)
                    .hasSize(1);
        }
        return answer;
    }

    @Test
    void theColumnsAreThoseOfTheStandardAndThreeOfOurs() throws IOException {
        VotableDocument answer = ask("ID=star:1");
        assertThat(answer.columns())
                .containsExactly(
                        "ID",
                        "access_url",
                        "service_def",
                        "error_message",
                        "description",
                        "semantics",
                        "content_type",
                        "content_length",
                        "content_qualifier",
                        "local_semantics",
                        "link_auth",
                        "link_authorized",
                        "source",
                        "source_note",
                        "cloud_access");
        assertThat(answer.attributes("//FIELD", "ucd"))
                .startsWith(
                        "meta.id;meta.main",
                        "meta.ref.url",
                        "meta.ref",
                        "meta.code.error",
                        "meta.note",
                        "meta.code",
                        "meta.code.mime",
                        "phys.size;meta.file",
                        "",
                        "meta.id.assoc",
                        "meta.code",
                        "meta.code");
        assertThat(answer.field("content_length").getAttribute("datatype")).isEqualTo("long");
        assertThat(answer.field("content_length").getAttribute("unit")).isEqualTo("byte");
        assertThat(answer.field("link_authorized").getAttribute("datatype")).isEqualTo("boolean");
        assertThat(answer.attributes("/VOTABLE/RESOURCE/INFO[@name='standardID']", "value"))
                .containsExactly("ivo://ivoa.net/std/DataLink#links-1.1");
    }

    @Test
    void theRowsOfADatasetStandTogetherItselfFirst() throws IOException {
        VotableDocument answer = ask("ID=star:2&id=star:1&Id=none&ID=star:2");
        assertThat(answer.column("ID"))
                .as("each once, in the order asked")
                .containsExactly("star:2", "star:2", "star:1", "star:1", "none");
        assertThat(answer.column("semantics")).containsExactly("#this", "#preview", "#this", "#preview", "#this");
        assertThat(answer.column("content_length")).containsExactly("2000", "", "1000", "", "");
        assertThat(answer.rows().get(0))
                .startsWith("star:2", "https://main.example.org/FTP/star%202.fits", "", "", "File star 2.fits")
                .contains("image/fits", "#image", "file", "main-server");
    }

    @Test
    void anIdentifierThatLeadsNowhereIsARowThatKeepsIt() throws IOException {
        String hostile = "<b>\"no\"\r\nsuch</b>";
        VotableDocument answer = archive.ask(
                        datalink,
                        new Request(
                                Parameters.of(List.of(
                                        Map.entry("ID", hostile), Map.entry("ID", ""), Map.entry("ID", "star:lost"))),
                                "/stars",
                                SmallArchive.BASE,
                                null))
                .votable();
        assertThat(answer.column("ID")).containsExactly(hostile, "", "star:lost");
        assertThat(answer.column("error_message"))
                .containsExactly(
                        "NotFoundFault: there is no dataset of this identifier",
                        "UsageFault: the identifier is empty; send that of a dataset",
                        "NotFoundFault: no source holds a copy of lost.fits");
        assertThat(answer.column("access_url")).containsOnly("");
        assertThat(answer.column("semantics")).containsOnly("#this");
    }

    @Test
    void withoutAnIdentifierTheTableIsEmptyAndTheServiceDescribesItself() throws IOException {
        VotableDocument answer = ask("");
        assertThat(answer.rows()).isEmpty();
        String itself = "/VOTABLE/RESOURCE[@type='meta'][@utype='adhoc:this']";
        assertThat(answer.attributes(itself + "/GROUP[@name='inputParams']/PARAM", "name"))
                .containsExactly("ID", "source");
        assertThat(answer.attributes(itself + "/PARAM[@name='accessURL']", "value"))
                .containsExactly(SmallArchive.BASE + "/vo/datalink/stars");
        assertThat(answer.attributes(itself + "//OPTION", "value"))
                .containsExactly("main-server", "aws:us-east1", "gc");
    }

    @Test
    void theSourceThatIsAskedForDecides() throws IOException {
        VotableDocument east = ask("ID=star:1&source=AWS:us-east-1");
        assertThat(east.column("access_url"))
                .containsExactly("s3://example/FTP/star 1.fits", "s3://example/FTP/star 1.jpeg");
        assertThat(east.column("source")).containsOnly("aws:us-east1");
        assertThat(east.column("source_note")).containsOnly("");
        assertThat(east.column("cloud_access").get(0)).contains("\"key\": \"FTP/star 1.fits\"");
        VotableDocument google = ask("ID=star:1&source=gc");
        assertThat(google.column("access_url").get(0)).isEqualTo("https://main.example.org/FTP/star%201.fits");
        assertThat(google.column("source")).containsOnly("main-server");
        assertThat(google.column("source_note")).containsOnly("no copy at gc; this one is at main-server");
        assertThat(google.column("error_message")).containsOnly("");
    }

    @Test
    void aSourceThatOnlyAnotherCollectionHasIsADetourTheSameAsOverAllCollections() throws IOException {
        for (String query : List.of("source=aws:us-east2", "source=AWS:US-EAST2", "source=aws:us-east2,main-server")) {
            VotableDocument answer = ask("ID=star:1&" + query);
            assertThat(answer.column("source")).containsOnly("main-server");
            assertThat(answer.column("source_note"))
                    .containsOnly("no copy at aws:us-east2; this one is at main-server");
            assertThat(answer.column("error_message")).containsOnly("");
        }
        VotableDocument list = ask("ID=star:1&source=aws:us-east2&source=aws:us-east1");
        assertThat(list.column("source_note")).containsOnly("no copy at aws:us-east2; this one is at aws:us-east1");
        assertThat(list.attributes("//OPTION", "value"))
                .as("it holds nothing here, so nobody is offered it")
                .containsExactly("main-server", "aws:us-east1", "gc");
        assertThat(ask("ID=star:1&source=all").column("source")).doesNotContain("aws:us-east2");
    }

    @Test
    void aSourceThatNamesNothingIsAMistakeThatListsWhatWouldDo() throws IOException {
        SmallArchive.Reply reply = archive.ask(datalink, "/stars", "ID=star:1&source=mars", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.contentType()).isEqualTo("application/x-votable+xml;content=datalink");
        assertThat(reply.votable().message())
                .isEqualTo(
                        "UsageFault: source: 'mars' is no source of stars; use one of: main-server, aws:us-east1 (or aws:us-east-1), gc, or all;"
                                + " of other collections only: aws:us-east2");
    }

    @Test
    void tooManyIdentifiersAreRefusedWithTheLimit() throws IOException {
        assertThat(ask("ID=x&".repeat(10)).rows()).hasSize(1);
        SmallArchive.Reply reply = archive.ask(datalink, "/stars", "ID=x&".repeat(11), null);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.votable().message()).isEqualTo("UsageFault: ID: 11 values; send at most 10 in one request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/stars/", "/stars/x", "stars/../empty"})
    void aCollectionThatThereIsNotIsNotFound(String path) throws IOException {
        SmallArchive.Reply reply = archive.ask(datalink, path, "ID=star:1", null);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.votable().message()).startsWith("NotFoundFault: ").endsWith("stars, empty, unloaded");
    }

    @Test
    void aPageShowsTheSameLinks() throws IOException {
        SmallArchive.Reply page = archive.ask(datalink, "/stars", "ID=star:1&RESPONSEFORMAT=html", null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<h1>Links of Stars &amp; &lt;planets&gt;</h1>")
                .contains("href=\"https://main.example.org/FTP/star%201.fits\"")
                .contains("2 rows.");
        assertThat(archive.ask(datalink, "/stars", "source=mars", "text/html").status())
                .isEqualTo(400);
    }

    @Test
    void aCollectionThatIsNotLoadedIsToldSo() throws IOException {
        SmallArchive.Reply reply = archive.ask(datalink, "/unloaded", "ID=x", null);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.votable().message()).startsWith("TransientFault: ");
    }
}
