package org.lenticular.sia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;
import org.w3c.dom.Element;

/** What an answer of SIA 1.0 says of its columns, and how it leads on to the links. */
class SiaColumnsTest {
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
        return archive.ask(sia, "", query, null).votable();
    }

    @Test
    void verbosity() throws IOException {
        assertThat(ask(ALL + "&VERB=0").columns())
                .containsExactly("datalink", "SIA_title", "SIA_reference", "SIA_format", "SIA_naxis");
        assertThat(ask(ALL + "&VERB=1").columns()).hasSize(7).contains("SIA_instrument", "cloud_access");
        assertThat(ask(ALL + "&VERB=2").columns()).hasSize(SmallArchive.COLUMNS.size());
        assertThat(ask(ALL + "&VERB= 3 ").columns()).hasSize(SmallArchive.COLUMNS.size());
        assertThat(ask(ALL).columns()).isEqualTo(ask(ALL + "&VERB=2").columns());
        assertThat(ask(ALL + "&VERB=0&FORMAT=image/fits").rows().get(0))
                .as("cells go with their columns")
                .containsExactly(
                        "star:1",
                        "star 1.fits",
                        "https://main.example.org/FTP/star%201.fits",
                        "image/fits",
                        "1024 1024");
    }

    @Test
    void columnsAreKnownByTheirUcdsUtypesAndIds() throws IOException {
        VotableDocument answer = ask(ALL);
        assertThat(answer.field("SIA_title").getAttribute("ucd")).isEqualTo("VOX:Image_Title");
        assertThat(answer.field("SIA_reference").getAttribute("ucd")).isEqualTo("VOX:Image_AccessReference");
        assertThat(answer.field("SIA_format").getAttribute("ucd"))
                .as("in place of the archive's, since clients find it by that")
                .isEqualTo("VOX:Image_Format");
        assertThat(answer.field("SIA_naxis").getAttribute("arraysize")).isEqualTo("*");
        Element ra = answer.field("s_ra");
        assertThat(ra.getAttribute("utype"))
                .isEqualTo("obscore:Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1");
        assertThat(ra.getAttribute("ref")).isEqualTo("icrs");
        assertThat(answer.attributes("//COOSYS", "system")).containsExactly("ICRS");
        assertThat(answer.field("name").getAttribute("ucd")).isEqualTo("meta.id");
    }

    @Test
    void idsAreNamesAndUniqueWhateverTheArchivesColumnsAreCalled() throws IOException {
        assertThat(ask(ALL).attributes("//FIELD", "ID"))
                .startsWith("name", "", "", "", "", "DataLinkID", "s_ra", "access_url");
    }

    @Test
    void theDescriptorLeadsFromAnyRowToItsLinks() throws IOException {
        for (String verb : List.of("0", "2")) {
            VotableDocument answer = ask(ALL + "&VERB=" + verb);
            String service = "/VOTABLE/RESOURCE[@type='meta'][@utype='adhoc:service']";
            assertThat(answer.attributes(service + "/PARAM", "value"))
                    .containsExactly(
                            "ivo://ivoa.net/std/DataLink#links-1.1",
                            SmallArchive.BASE + "/vo/datalink/stars",
                            "application/x-votable+xml;content=datalink");
            assertThat(answer.attributes(service + "/GROUP[1]", "name")).containsExactly("inputParams");
            assertThat(answer.attributes(service + "/GROUP/PARAM", "name")).containsExactly("ID", "source");
            assertThat(answer.attributes(service + "/GROUP/PARAM", "value")).containsExactly("", "main-server");
            assertThat(answer.attributes(service + "/GROUP/PARAM", "ref")).containsExactly("DataLinkID", "");
            assertThat(answer.attributes("//FIELD[@ID='DataLinkID']", "name")).containsExactly("datalink");
            assertThat(answer.attributes(service + "//OPTION", "value"))
                    .containsExactly("main-server", "aws:us-east1", "gc");
            assertThat(answer.attributes(service + "//OPTION", "name"))
                    .containsExactly("On prem servers", "AWS region 1", "GC some region");
        }
    }
}
