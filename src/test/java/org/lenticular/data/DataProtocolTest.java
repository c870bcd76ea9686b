package org.lenticular.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.SmallArchive;

/** Lasting addresses lead to a copy, and nowhere else. */
class DataProtocolTest {
    private static SmallArchive archive;

    private static DataProtocol data;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
        data = new DataProtocol(archive.catalogue(), archive.collections());
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/stars/star 1.fits, ''",
        "/stars, path=star 1.fits",
        "/stars/star 1.fits, source=main-server",
        "/stars/star 1.fits, source=gc",
        "/stars/star 1.fits, source=aws:us-east1",
        "/stars/star 1.fits, 'source=gc,main-server'",
        "/stars/star 1.fits, source=aws:us-east2",
        "/stars/star 1.fits, 'source=aws:us-east2,gc'"
    })
    void aProductsAddressLeadsToItsCopyOnTheWeb(String path, String query) throws IOException {
        SmallArchive.Reply reply = archive.ask(data, path, query, null);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers()).containsEntry("Location", "https://main.example.org/FTP/star%201.fits");
        assertThat(reply.headers()).containsEntry("Cache-Control", "public, max-age=60");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void whoAsksForTheHeadersIsToldWhatIsKnownAndNotLedOn() throws IOException {
        Request head = new Request(Parameters.NONE, "/stars/star 2.fits", SmallArchive.BASE, "*/*", true);
        SmallArchive.Reply reply = archive.ask(data, head);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("image/fits");
        assertThat(reply.headers())
                .containsEntry("Content-Length", "2000")
                .containsEntry("Accept-Ranges", "bytes")
                .doesNotContainKeys("Location", "ETag", "Content-Encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| text/plain;charset=UTF-8",
                "*/* | text/plain;charset=UTF-8",
                "application/fits, */*;q=0.1 | text/plain;charset=UTF-8",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | text/plain;charset=UTF-8",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html;charset=UTF-8",
                "application/x-votable+xml | application/x-votable+xml",
                "application/x-votable+xml;q=0.9, */*;q=0.1 | application/x-votable+xml"
            })
    void aFaultComesInTheFormThatTheClientReads(@Nullable String accept, String type) throws IOException {
        SmallArchive.Reply reply = archive.ask(data, "/stars/nothing.fits", "", accept);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType()).isEqualTo(type);
        assertThat(reply.text()).contains("NotFoundFault: there is no product of this path in stars");
    }

    @Test
    void aFaultIsAVotableForWhoSaysSoInWords() throws IOException {
        SmallArchive.Reply reply = archive.ask(data, "/stars/nothing.fits", "RESPONSEFORMAT=votable", null);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.votable().message()).startsWith("NotFoundFault: ");
    }

    @ParameterizedTest
    @CsvSource({
        "/stars/nothing.fits, ''",
        "/stars/, ''",
        "/stars, ''",
        "/stars, path=",
        "'', ''",
        "/, ''",
        "/nothing/star 1.fits, ''",
        "/empty/star 1.fits, ''",
        "/stars/https://evil.example.com/, ''",
        "/stars//evil.example.com/, ''",
        "/stars, path=https://evil.example.com/",
        "/stars, path=//evil.example.com",
        "/stars/../stars/star 1.fits, ''",
        "/stars/star 1.fits/, ''",
        "//evil.example.com/star 1.fits, ''"
    })
    void whatIsInNoCatalogueIsNotFoundHoweverItLooks(String path, String query) throws IOException {
        SmallArchive.Reply reply = archive.ask(data, path, query, null);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).doesNotContainKey("Location");
        assertThat(reply.text()).startsWith("NotFoundFault: ").doesNotContain("evil");
    }

    @Test
    void aSourceCannotBeAnAddress() throws IOException {
        SmallArchive.Reply reply = archive.ask(data, "/stars/star 1.fits", "source=https://evil.example.com/", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers()).doesNotContainKey("Location");
        assertThat(reply.text())
                .endsWith("is no source of stars; use one of: main-server, aws:us-east1 (or aws:us-east-1), gc;"
                        + " of other collections only: aws:us-east2\n");
    }

    @Test
    void everyCopyCannotBeBehindOneAddress() throws IOException {
        SmallArchive.Reply reply = archive.ask(data, "/stars/star 1.fits", "source=all", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .isEqualTo("UsageFault: source: 'all' asks for every copy, and this address leads to one; use one of:"
                        + " main-server, aws:us-east1 (or aws:us-east-1), gc\n");
    }

    @Test
    void aPathThatIsSentTwiceIsAMistake() throws IOException {
        assertThat(archive.ask(data, "/stars", "path=a&path=b", null).status()).isEqualTo(400);
    }

    @Test
    void aProductThatNobodyHoldsIsNotFound() throws IOException {
        SmallArchive.Reply reply = archive.ask(data, "/stars/lost.fits", "", "text/html");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(reply.text()).contains("NotFoundFault: no source holds a copy of lost.fits");
    }
}
