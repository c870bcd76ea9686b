package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Roles;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Places;
import org.lenticular.protocol.Served;
import org.lenticular.table.VotableDocument;
import org.w3c.dom.Element;

/** What an answer of SIA 2.0 is: one table of ObsCore over all collections, and what stands around it. */
class Sia2AnswerTest {
    private static final String LINKS = "application/x-votable+xml;content=datalink";

    private final Telescopes telescopes = new Telescopes();

    @Test
    void theColumnsAreObsCoresTheOpenOnesThatSomeCollectionHasAndCloudAccess() throws IOException {
        VotableDocument answer = telescopes.ask().votable();
        assertThat(answer.columns())
                .startsWith(Roles.OBSCORE_MANDATORY.toArray(String[]::new))
                .endsWith("obs_title", "proposal_id", "cloud_access")
                .hasSize(33);
        assertThat(answer.attributes("//FIELD", "ID")).isEqualTo(answer.columns());
        assertThat(answer.attributes("//FIELD", "utype").subList(0, 30))
                .allMatch(utype -> utype.startsWith("obscore:"));
        Element size = answer.field("access_estsize");
        assertThat(List.of(size.getAttribute("datatype"), size.getAttribute("unit"), size.getAttribute("ucd")))
                .containsExactly("long", "kbyte", "phys.size;meta.file");
        assertThat(answer.field("instrument_name").getAttribute("datatype"))
                .as("a collection has one beyond ASCII")
                .isEqualTo("unicodeChar");
        assertThat(answer.field("s_ra").getAttribute("ref")).isEqualTo("icrs");
        assertThat(answer.field("t_min").getAttribute("ref")).isEqualTo("mjd_utc");
        assertThat(answer.elements("//COOSYS")).hasSize(1);
        assertThat(answer.elements("//TIMESYS")).hasSize(1);
    }

    @Test
    void eachCellIsItsCollectionsAndWrittenAsObsCoreHasIt() throws IOException {
        VotableDocument answer = telescopes.ask().votable();
        assertThat(answer.column("dataproduct_type"))
                .containsExactly("image", "image", "image", "image", "cube", "cube", "cube");
        assertThat(answer.column("calib_level")).containsExactly("0", "1", "2", "3", "3", "3", "3");
        assertThat(answer.column("pol_states")).containsExactly("", "", "", "", "/I/Q/", "/POLI/", "/XX/YY/");
        assertThat(answer.column("s_region").subList(4, 7))
                .containsExactly("CIRCLE ICRS 0 90 1", "CIRCLE ICRS 0 -90 1", "");
        assertThat(answer.column("s_ra"))
                .as("SIA 1.0's where ObsCore's is not kept")
                .containsExactly("00.0", "10.0", "20.0", "30.0", "", "", "");
        assertThat(answer.column("proposal_id")).containsExactly("", "", "", "", "P0", "P1", "P2");
        assertThat(answer.column("target_name").get(1)).isEqualTo("Barnard's star");
    }

    @Test
    void addressesAreOfTheCopyThatAnyClientCanFetchOrOfTheLinks() throws IOException {
        VotableDocument answer = telescopes.ask().votable();
        assertThat(answer.column("access_url").get(1)).isEqualTo("https://main.example.org/FTP/o/1.fits");
        assertThat(answer.column("access_format").get(1)).isEqualTo("image/fits");
        assertThat(answer.column("access_estsize").get(1)).isEqualTo("5500");
        assertThat(answer.column("access_url").get(4))
                .isEqualTo(Telescopes.BASE + "/vo/datalink?ID=ivo://example/radio%3F0%26x");
        assertThat(answer.column("access_format").get(4)).isEqualTo(LINKS);
        assertThat(answer.column("access_estsize").get(4))
                .as("of a document nobody told")
                .isEmpty();
        assertThat(answer.column("cloud_access")).allMatch(json -> json.contains("\"bucket_name\": \"example\""));
        assertThat(answer.columns()).doesNotContain("source", "source_note");
    }

    @Test
    void withASourceTheAddressesAreOfThatCopyAndTheRowsSayWhich() throws IOException {
        VotableDocument answer =
                telescopes.ask("source=gc", "source=aws:us-east1").votable();
        assertThat(answer.column("access_url").get(0)).isEqualTo("s3://example/FTP/o/0.fits");
        assertThat(answer.column("source").get(0)).isEqualTo("aws:us-east1");
        assertThat(answer.column("source_note").get(0)).contains("no copy at gc");
        assertThat(answer.column("access_url").get(4)).endsWith("&source=gc&source=aws:us-east1");
        assertThat(answer.column("source").get(4)).as("the links say").isEmpty();
        assertThat(telescopes.ask("source=aws:us-east1").answer().headers())
                .containsEntry("Cache-Control", "private, no-store");
    }

    @Test
    void theDescriptorOfTheLinksComesFirstAndRefersToTheIdentifiers() throws IOException {
        VotableDocument answer = telescopes.ask("POS=CIRCLE 10 0 0").votable();
        assertThat(answer.attributes("/VOTABLE/RESOURCE", "utype")).containsExactly("", "adhoc:service", "adhoc:this");
        String service = "/VOTABLE/RESOURCE[@utype='adhoc:service']";
        assertThat(answer.attributes(service + "/PARAM", "value"))
                .containsExactly("ivo://ivoa.net/std/DataLink#links-1.1", Telescopes.BASE + "/vo/datalink", LINKS);
        assertThat(answer.attributes(service + "/GROUP/PARAM", "ref")).containsExactly("obs_publisher_did", "");
        assertThat(answer.attributes(service + "//OPTION", "value"))
                .as("the union")
                .containsExactly("main-server", "aws:us-east1", "gc");
    }

    @Test
    void withoutRowsTheServiceDescribesItselfWithWhatThereIs() throws IOException {
        VotableDocument answer = telescopes.ask("MAXREC=0").votable();
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.status()).isEqualTo("OVERFLOW");
        assertThat(answer.columns()).hasSize(33);
        String self = "/VOTABLE/RESOURCE[@utype='adhoc:this']";
        assertThat(answer.attributes(self + "/PARAM", "value"))
                .containsExactly(
                        "ivo://ivoa.net/std/SIA#query-2.0",
                        Telescopes.BASE + "/vo/sia2/query",
                        "application/x-votable+xml");
        assertThat(answer.attributes(self + "/GROUP/PARAM", "name"))
                .startsWith("POS", "BAND", "TIME", "POL")
                .contains("FORMAT", "MAXREC", "RESPONSEFORMAT", "source")
                .hasSize(23);
        String band = self + "//PARAM[@name='BAND']";
        assertThat(answer.attributes(band, "arraysize")).containsExactly("2");
        assertThat(answer.attributes(band, "xtype")).containsExactly("interval");
        assertThat(answer.attributes(band + "//MIN", "value")).containsExactly("4.0E-7");
        assertThat(answer.attributes(band + "//MAX", "value")).containsExactly("0.2");
        assertThat(answer.attributes(self + "//PARAM[@name='EXPTIME']", "unit")).containsExactly("s");
        assertThat(answer.attributes(self + "//PARAM[@name='COLLECTION']//OPTION", "value"))
                .containsExactly("Deep", "Survey");
        assertThat(answer.attributes(self + "//PARAM[@name='FORMAT']//OPTION", "value"))
                .containsExactly("image/fits", "image/jpeg", LINKS);
    }

    @Test
    void rangesAreLive() throws IOException {
        telescopes.catalogue.load("radio", "radio-2", List.of());
        String band = "//RESOURCE[@utype='adhoc:this']//PARAM[@name='BAND']";
        assertThat(telescopes.ask("MAXREC=0").votable().attributes(band + "//MAX", "value"))
                .containsExactly("9.0E-7");
    }

    @Test
    void aMistakeIsToldEvenWhereNoRowsAreWanted() throws IOException {
        assertThat(telescopes.ask("MAXREC=0", "CALIB=9").answer().status()).isEqualTo(400);
    }

    @Test
    void nothingFoundIsAWholeDocument() throws IOException {
        VotableDocument answer = telescopes.ask("POS=CIRCLE 200 0 0").votable();
        assertThat(answer.status()).isEqualTo("OK");
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.columns()).hasSize(33);
    }

    @Test
    void theAnswerSaysWhereItComesFrom() throws IOException {
        Telescopes.Reply reply = telescopes.ask("POS=CIRCLE 10 0 1", "token=secret");
        assertThat(reply.infos("standardID")).containsExactly("ivo://ivoa.net/std/SIA");
        assertThat(reply.infos("publisher")).containsExactly("Hill <&> Co");
        assertThat(reply.infos("contact")).containsExactly("help@example.org");
        assertThat(reply.infos("server_software")).containsExactly("Lenticular/1");
        assertThat(reply.infos("service_protocol")).containsExactly("ivo://ivoa.net/std/SIA#query-2.0");
        assertThat(reply.infos("request_date")).containsExactly("2026-11-24T12:00:00Z");
        assertThat(reply.infos("request")).containsExactly(Telescopes.BASE + "/vo/sia2/query?POS=CIRCLE%2010%200%201");
        assertThat(reply.infos("citation")).containsExactly("doi:10.5072/optical");
        assertThat(reply.text()).doesNotContain("secret");
    }

    @Test
    void whatWasHardlyMeantSoIsToldOf() throws IOException {
        assertThat(telescopes.ask("POSS=x", "lang=en", "runid=7", "XYZZY=1").infos("warning"))
                .containsExactly(
                        "the parameter 'POSS' is not known here, and was ignored (POS?)",
                        "the parameter 'XYZZY' is not known here, and was ignored");
        assertThat(telescopes.ask("COLLECTION=Surwey").infos("warning"))
                .containsExactly("no image has the COLLECTION 'Surwey' (Survey?); there is Deep, Survey");
        assertThat(telescopes.ask("FORMAT=text/csv").infos("warning").get(0)).contains("RESPONSEFORMAT=text/csv");
        assertThat(telescopes
                        .ask("COLLECTION=Deep", "POS=CIRCLE 10 0 1", "VERSION=2")
                        .infos("warning"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "csv", "tsv", "json", "ndjson", "fits", "text", "html"})
    void everyFormTellsOfItInAHeader(String form) throws IOException {
        Telescopes.Reply reply = telescopes.ask("BNAD=1", "Zé\r\nSet-Cookie: a=1", "RESPONSEFORMAT=" + form);
        assertThat(reply.answer().headers().get("Lenticular-Warning"))
                .startsWith("the parameter 'BNAD' is not known here, and was ignored (BAND?); the parameter 'Z")
                .matches("[ -~]+");
        assertThat(telescopes.ask("RESPONSEFORMAT=" + form).answer().headers()).doesNotContainKey("Lenticular-Warning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text", "html"})
    void formsThatCanSayItDo(String form) throws IOException {
        assertThat(telescopes.ask("BNAD=1", "RESPONSEFORMAT=" + form).text())
                .contains("the parameter 'BNAD' is not known here, and was ignored (BAND?)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text", "html"})
    void whereACutAnswerGoesOnIsInFormsThatCanSayIt(String form) throws IOException {
        Telescopes.Reply reply = telescopes.ask("MAXREC=2", "RESPONSEFORMAT=" + form);
        String next = reply.link().replaceAll("<(.*)>.*", "$1");
        assertThat(next).contains("CURSOR=");
        assertThat(reply.text())
                .contains(form.equals("html") ? "href=\"" + next.replace("&", "&amp;") + "\"" : next)
                .contains(next.substring(next.indexOf("CURSOR=") + "CURSOR=".length()));
    }

    @Test
    void theDescriptorOfLinksKeepsTheSourceThatWasAskedFor() throws IOException {
        String value = "/VOTABLE/RESOURCE[@ID='datalink']/GROUP/PARAM[@name='source']";
        assertThat(telescopes.ask().votable().attributes(value, "value")).containsExactly("main-server");
        assertThat(telescopes.ask("source=gc", "source=aws:us-east1").votable().attributes(value, "value"))
                .containsExactly("gc,aws:us-east1");
        assertThat(telescopes.ask("source=").votable().attributes(value, "value"))
                .containsExactly("main-server");
        assertThat(telescopes.ask("source=aws:us-east1", "MAXREC=0").votable().attributes(value, "value"))
                .containsExactly("aws:us-east1");
    }

    @Test
    void aCollectionThatCannotBeReadIsNamedAndTheOthersAreAnswered() throws IOException {
        Map<String, Served> more = new LinkedHashMap<>(telescopes.collections);
        Served later = new Served("later", "Later", new CopyChooser("later", List.of(Places.MAIN)));
        more.put("later", later);
        Telescopes.Reply reply = telescopes.ask(telescopes.protocol(more), null, "COLLECTION=Deep");
        assertThat(reply.votable().rows()).hasSize(3);
        assertThat(reply.infos("warning"))
                .contains("no image of later is in this answer: the collection later is not loaded");
        Map<String, Served> none = Map.of("later", later);
        assertThat(telescopes.ask(telescopes.protocol(none), null).answer().status())
                .isEqualTo(503);
    }
}
