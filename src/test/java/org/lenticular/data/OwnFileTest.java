package org.lenticular.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.FoundFile;
import org.lenticular.location.LocalFile;
import org.lenticular.location.Place;
import org.lenticular.location.Places;
import org.lenticular.location.SettingProblem;
import org.lenticular.location.file.FilePlace;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.sia.SiaProtocol;

/** Copies in a folder of this machine: links lead to the service itself, which gives the bytes, and says nothing of where they lie. */
class OwnFileTest {
    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SmallArchive archive;

    private Path files = Path.of("");

    @BeforeEach
    void open() throws IOException {
        archive = new SmallArchive(folder.resolve("var"));
        files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("star 1.fits"), "SIMPLE");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Map<String, Served> served(Place... others) {
        try {
            Source here = new Source("here", "Our disk", List.of(), false);
            Place place =
                    new Place(here, Optional.of(new FilePlace.Kind().open(Map.of("folder", files.toString()))), true);
            List<Place> places = new java.util.ArrayList<>(List.of(place));
            places.addAll(List.of(others));
            return Map.of("stars", new Served("stars", "Stars", new CopyChooser("stars", places)));
        } catch (SettingProblem e) {
            throw new AssertionError(e);
        }
    }

    private SmallArchive.Reply ask(String path, Place... others) throws IOException {
        return archive.ask(new DataProtocol(archive.catalogue(), served(others)), path, "", null);
    }

    @Test
    void theServiceGivesTheBytesItself() throws IOException {
        SmallArchive.Reply reply = ask("/stars/star 1.fits", Places.MAIN);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("image/fits");
        assertThat(reply.text()).isEqualTo("SIMPLE");
        assertThat(reply.headers())
                .containsEntry("Cache-Control", "no-cache, no-transform")
                .containsEntry("Content-Disposition", "inline; filename=\"star 1.fits\"")
                .doesNotContainKeys("Location", "Content-Encoding");
    }

    @Test
    void aFileThatIsNotThereAfterAllComesFromTheNextSource() throws IOException {
        SmallArchive.Reply reply = ask("/stars/star 2.fits", Places.MAIN);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers()).containsEntry("Location", "https://main.example.org/FTP/star%202.fits");
    }

    @Test
    void aFileThatIsNowhereElseIsNotFoundAndItsFolderStaysUntold() throws IOException {
        SmallArchive.Reply reply = ask("/stars/star 2.fits");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).isEqualTo("NotFoundFault: the copy of star 2.fits at here is not there\n");
    }

    @Test
    void aFolderThatIsGoneIsAPassingFault() throws IOException {
        DataProtocol data = new DataProtocol(archive.catalogue(), served());
        Files.move(files, folder.resolve("unmounted"));
        SmallArchive.Reply reply = archive.ask(data, "/stars/star 1.fits", "", null);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEqualTo("TransientFault: the copy of star 1.fits at here cannot be read now\n");
    }

    @Test
    void aFileThatIsReplacedBeforeItsFirstByteIsAPassingFault() throws IOException {
        Answer answer = new DataProtocol(archive.catalogue(), served())
                .answer(new Request(Parameters.NONE, "/stars/star 1.fits", SmallArchive.BASE, null));
        Files.writeString(files.resolve("star 1.fits"), "another");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> answer.body().write(java.io.OutputStream.nullOutputStream())))
                .hasMessageContaining("the file was changed while it was sent");
    }

    @ParameterizedTest
    @CsvSource({"''", "source=here"})
    void linksLeadToTheServiceAndNeverToTheFile(String query) throws IOException {
        DataLinkProtocol links = new DataLinkProtocol(
                archive.catalogue(), served(Places.EAST), new DataLinkProtocol.Limits(100, 100, 1000));
        SmallArchive.Reply reply =
                archive.ask(links, "/stars", "ID=star:1" + (query.isEmpty() ? "" : "&" + query), null);
        assertThat(reply.text())
                .contains(SmallArchive.BASE + "/data/stars/star%201.fits?source=here")
                .doesNotContain("file:")
                .doesNotContain(files.toString());
    }

    @Test
    void searchesLeadToTheServiceToo() throws IOException {
        SiaProtocol sia = new SiaProtocol(archive.catalogue(), served(), 100, 100);
        SmallArchive.Reply reply = archive.ask(sia, "", "table=stars&POS=10,0&SIZE=1", null);
        assertThat(reply.text())
                .contains(SmallArchive.BASE + "/data/stars/star%201.fits?source=here")
                .doesNotContain("file:")
                .doesNotContain(files.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b/c.fits | inline; filename=\"c.fits\"",
                "c d.fits | inline; filename=\"c d.fits\"",
                "a/é\".fits | inline; filename=\"__.fits\"; filename*=UTF-8''%C3%A9%22.fits",
                "100%.fits | inline; filename=\"100_.fits\"; filename*=UTF-8''100%25.fits",
                "a\\b | inline; filename=\"a_b\"; filename*=UTF-8''a%5Cb"
            })
    void aBrowserSavesItByItsName(String path, String disposition) throws IOException {
        assertThat(OwnFile.answer(Product.at(path, Map.of()), found()).headers())
                .containsEntry("Content-Disposition", disposition);
    }

    @Test
    void aNameBreaksNoHeader() throws IOException {
        assertThat(OwnFile.answer(Product.at("a\r\nSet-Cookie: b", Map.of()), found())
                        .headers()
                        .get("Content-Disposition"))
                .isEqualTo("inline; filename=\"a__Set-Cookie: b\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b");
    }

    @Test
    void aPageOutOfTheArchiveRunsNothing() throws IOException {
        for (String path : List.of("a.html", "a.svg", "a.xml")) {
            assertThat(OwnFile.answer(Product.at(path, Map.of()), found()).headers())
                    .containsEntry("Content-Security-Policy", "sandbox");
        }
        assertThat(OwnFile.answer(Product.at("a.fits", Map.of()), found()).headers())
                .doesNotContainKey("Content-Security-Policy");
    }

    private FoundFile found() throws IOException {
        return new LocalFile(files, files.resolve("star 1.fits").toString()).find();
    }
}
