package org.lenticular.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "/stars/star 1.fits, 'source=gc,main-server'"
    })
    void aProductsAddressLeadsToItsCopyOnTheWeb(String path, String query) throws IOException {
        SmallArchive.Reply reply = archive.ask(data, path, query, null);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers()).containsEntry("Location", "https://main.example.org/FTP/star%201.fits");
        assertThat(reply.body()).isEmpty();
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
        assertThat(reply.votable().message()).startsWith("NotFoundFault: ").doesNotContain("evil");
    }

    @Test
    void aSourceCannotBeAnAddress() throws IOException {
        SmallArchive.Reply reply = archive.ask(data, "/stars/star 1.fits", "source=https://evil.example.com/", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers()).doesNotContainKey("Location");
        assertThat(reply.votable().message())
                .endsWith("is no source of stars; use one of: main-server, aws:us-east1, gc");
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
