package org.lenticular.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;

/** Links over all collections, by the images' own identifiers. */
class DataLinkOfAllTest {
    private static final String FITS = "ivo://stars/star 1.fits";
    private static SmallArchive archive;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static DataLinkProtocol of(int answered, int links, String... collections) {
        Map<String, Served> some = new LinkedHashMap<>();
        for (String name : collections) {
            some.put(name, archive.collections().get(name));
        }
        return new DataLinkProtocol(archive.catalogue(), some, new DataLinkProtocol.Limits(10, answered, links));
    }

    private static VotableDocument ask(DataLinkProtocol protocol, String query) throws IOException {
        SmallArchive.Reply reply = archive.ask(protocol, "", query, null);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.votable();
    }

    private static DataLinkProtocol both() {
        return of(10, 1000, "empty", "stars");
    }

    @Test
    void anImagesIdentifierLeadsToTheLinksOfItsDatasetWhicheverCollectionHasIt() throws IOException {
        VotableDocument answer = ask(both(), "ID=ivo://stars/star 2.jpeg&ID=" + FITS);
        assertThat(answer.column("ID"))
                .as("as the client sent it")
                .containsExactly("ivo://stars/star 2.jpeg", "ivo://stars/star 2.jpeg", FITS, FITS);
        assertThat(answer.column("access_url")).startsWith("https://main.example.org/FTP/star%202.fits");
        assertThat(answer.attributes("//PARAM[@name='accessURL']", "value"))
                .containsExactly(SmallArchive.BASE + "/vo/datalink");
    }

    @Test
    void twoImagesOfOneDatasetAreBothAnswered() throws IOException {
        VotableDocument answer =
                ask(both(), "ID=ivo://stars/star 1.jpeg&ID=ivo://stars/star 3.fits&ID=IVO://STARS/STAR 1.FITS");
        assertThat(answer.column("ID"))
                .containsExactly(
                        "ivo://stars/star 1.jpeg",
                        "ivo://stars/star 1.jpeg",
                        "ivo://stars/star 3.fits",
                        "ivo://stars/star 3.fits",
                        "IVO://STARS/STAR 1.FITS",
                        "IVO://STARS/STAR 1.FITS");
        assertThat(answer.column("description"))
                .containsExactly(
                        "File star 1.fits",
                        "File star 1.jpeg",
                        "File star 3.fits",
                        "File star 3.jpeg",
                        "File star 1.fits",
                        "File star 1.jpeg");
    }

    @Test
    void whatNobodyKnowsIsARowAndADatasetsOwnIdentifierIsNotAsked() throws IOException {
        VotableDocument answer = ask(both(), "ID=star:1&ID=http://169.254.169.254/latest&ID=");
        assertThat(answer.column("error_message"))
                .containsExactly(
                        "NotFoundFault: there is no dataset of this identifier",
                        "NotFoundFault: there is no dataset of this identifier",
                        "UsageFault: the identifier is empty; send that of a dataset");
    }

    @Test
    void sourcesAreTheUnionAndOneThatACollectionDoesNotHaveIsADetourThere() throws IOException {
        VotableDocument answer = ask(both(), "ID=" + FITS + "&source=gc,aws:us-east1");
        assertThat(answer.attributes("//OPTION", "value")).containsExactly("main-server", "aws:us-east1", "gc");
        assertThat(answer.column("source")).containsOnly("aws:us-east1");
        assertThat(answer.column("source_note")).containsOnly("no copy at gc; this one is at aws:us-east1");
        SmallArchive.Reply unknown = archive.ask(both(), "", "ID=x&source=mars", null);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text())
                .contains(
                        "'mars' is no source here; use one of: main-server, aws:us-east1 (or aws:us-east-1), gc, aws:us-east2, or all");
    }

    @Test
    void whileACollectionIsNotLoadedTheOthersAnswerAndItsIdentifiersAreToldToTryAgain() throws IOException {
        DataLinkProtocol loading = of(10, 1000, "unloaded", "stars");
        VotableDocument answer = ask(loading, "ID=" + FITS + "&ID=ivo://later");
        assertThat(answer.column("error_message").subList(0, 2)).containsOnly("");
        assertThat(answer.column("error_message").get(2))
                .startsWith("TransientFault: the collection unloaded is not loaded");
        assertThat(archive.ask(of(10, 1000, "unloaded"), "", "ID=x", null).status())
                .isEqualTo(503);
    }

    @Test
    void allGivesARowForEachCopy() throws IOException {
        VotableDocument answer = ask(both(), "ID=" + FITS + "&source=all");
        assertThat(answer.column("semantics")).containsExactly("#this", "#this", "#preview", "#preview");
        assertThat(answer.column("source"))
                .containsExactly("main-server", "aws:us-east1", "main-server", "aws:us-east1");
        assertThat(answer.column("source_note")).containsOnly("");
        assertThat(answer.column("local_semantics").subList(0, 2)).containsOnly("file");
    }

    @Test
    void aLimitOfLinksOrIdentifiersNeverSplitsAnIdentifier() throws IOException {
        String three = "ID=ivo://stars/star 1.fits&ID=ivo://stars/star 2.fits&ID=ivo://stars/star 3.fits";
        VotableDocument links = ask(of(10, 3, "stars"), three);
        assertThat(links.column("ID"))
                .containsExactly(
                        "ivo://stars/star 1.fits",
                        "ivo://stars/star 1.fits",
                        "ivo://stars/star 2.fits",
                        "ivo://stars/star 2.fits");
        assertThat(links.status()).isEqualTo("OVERFLOW");
        VotableDocument ids = ask(of(2, 1000, "stars"), three);
        assertThat(ids.rows()).hasSize(4);
        assertThat(ids.status()).isEqualTo("OVERFLOW");
        assertThat(ask(of(3, 6, "stars"), three).status()).as("nothing was cut").isEqualTo("OK");
        VotableDocument asked = ask(both(), three + "&MAXREC=1");
        assertThat(asked.rows()).hasSize(2);
        assertThat(asked.status()).isEqualTo("OVERFLOW");
        assertThat(ask(both(), three + "&MAXREC=0").rows()).isEmpty();
        assertThat(archive.ask(both(), "", "MAXREC=-1", null).status()).isEqualTo(400);
    }
}
