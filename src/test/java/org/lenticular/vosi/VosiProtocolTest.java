package org.lenticular.vosi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.IvoaSchemas;
import org.lenticular.archive.Roles;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.protocol.SmallArchive.Reply;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.table.StandardColumns;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the service says of itself, each document held to the IVOA's schema. */
class VosiProtocolTest {
    private final SmallArchive archive;
    private final VosiProtocol vosi;

    VosiProtocolTest(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
        vosi = new VosiProtocol(facts(archive), () -> new Availability(true, Instant.EPOCH, List.of()));
    }

    static ServiceFacts facts(SmallArchive archive) {
        SiaProtocol sia = new SiaProtocol(archive.catalogue(), archive.collections(), 10, 100);
        Map<String, ServiceFacts.Described> described = new LinkedHashMap<>();
        archive.collections()
                .forEach((name, served) -> described.put(
                        name, new ServiceFacts.Described(served.title(), Optional.of("Images of <" + name + ">"))));
        return new ServiceFacts(
                "Small & <bright>",
                described,
                archive.catalogue(),
                sia::columns,
                Roles.OBSCORE_MANDATORY.stream()
                        .map(name -> StandardColumns.of(name).orElseThrow())
                        .toList(),
                100);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Reply ask(String path) throws IOException {
        return archive.ask(vosi, path, "", null);
    }

    private static Document document(Reply reply) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(reply.body()));
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static List<String> texts(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vo/capabilities",
                "/vo/availability",
                "/vo/tables",
                "/vo/sia2/capabilities",
                "/vo/sia2/availability",
                "/vo/sia2/tables",
                "/vo/sia2/tables/ivoa.obscore",
                "/vo/sia/stars/capabilities",
                "/vo/sia/stars/availability",
                "/vo/sia/stars/tables",
                "/vo/sia/stars/tables/stars",
                "/vo/sia/empty/capabilities",
                "/vo/sia/empty/tables",
                "/vo/sia/unloaded/capabilities",
                "/vo/sia/unloaded/availability",
                "/vo/datalink/capabilities",
                "/vo/datalink/availability"
            })
    void everyDocumentIsValid(String path) throws IOException {
        Reply reply = ask(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("text/xml");
        IvoaSchemas.assertValid(reply.body());
    }

    @Test
    void capabilitiesHaveNoNamespaceThemselvesSinceClientsLookForThemWithout() throws Exception {
        for (Element capability : elements(document(ask("/vo/capabilities")), "capability")) {
            assertThat(capability.getNamespaceURI()).isNull();
            assertThat(capability.getAttribute("standardID")).startsWith("ivo://ivoa.net/std/");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/vo/sia2/capabilities, ivo://ivoa.net/std/SIA#query-2.0, 2.0, /vo/sia2/query",
        "/vo/sia/stars/capabilities, ivo://ivoa.net/std/SIA, 1.0, /vo/sia/stars/query?",
        "/vo/datalink/capabilities, ivo://ivoa.net/std/DataLink#links-1.1, 1.1, /vo/datalink"
    })
    void eachDoorTellsItsOwnProtocolAndItsSiblings(String path, String standard, String version, String address)
            throws Exception {
        Document document = document(ask(path));
        Element capability = elements(document, "capability").get(0);
        assertThat(capability.getAttribute("standardID")).isEqualTo(standard);
        Element way = (Element) capability.getElementsByTagName("interface").item(0);
        assertThat(way.getAttribute("role")).isEqualTo("std");
        assertThat(way.getAttribute("version")).isEqualTo(version);
        Element access = (Element) way.getElementsByTagName("accessURL").item(0);
        assertThat(access.getTextContent()).isEqualTo(SmallArchive.BASE + address);
        assertThat(access.getAttribute("use")).isEqualTo("base");
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        assertThat(texts(document, "accessURL"))
                .contains(SmallArchive.BASE + path, SmallArchive.BASE + folder + "availability");
    }

    @Test
    void whatIsToldOfAllIsWhatIsToldOfEach() throws Exception {
        List<String> all = texts(document(ask("/vo/capabilities")), "accessURL");
        assertThat(all)
                .contains(
                        SmallArchive.BASE + "/vo/sia2/query",
                        SmallArchive.BASE + "/vo/sia/stars/query?",
                        SmallArchive.BASE + "/vo/sia/unloaded/query?",
                        SmallArchive.BASE + "/vo/datalink");
    }

    @Test
    void tablesTellEachCollectionsOwnColumnsAsItsAnswersHaveThem() throws Exception {
        Document document = document(ask("/vo/sia/stars/tables"));
        assertThat(texts(document, "nrows")).containsExactly("6");
        Element title = elements(document, "column").stream()
                .filter(column -> column.getTextContent().contains("SIA_title"))
                .findFirst()
                .orElseThrow();
        assertThat(title.getElementsByTagName("ucd").item(0).getTextContent()).isEqualTo("VOX:Image_Title");
        assertThat(elements(document, "dataType").get(0).getAttribute("arraysize"))
                .isEqualTo("*");
    }

    @Test
    void tablesOfTheWholeLeaveOutWhatIsNotLoaded() throws Exception {
        assertThat(elements(document(ask("/vo/tables")), "table"))
                .extracting(table -> table.getElementsByTagName("name").item(0).getTextContent())
                .containsExactly("ivoa.obscore", "stars", "empty");
    }

    @Test
    void tablesWithoutDetailNameNoColumns() throws Exception {
        Reply reply = archive.ask(vosi, "/vo/tables", "DETAIL=min", null);
        IvoaSchemas.assertValid(reply.body());
        assertThat(elements(document(reply), "column")).isEmpty();
        assertThat(archive.ask(vosi, "/vo/tables", "detail=most", null).text())
                .startsWith("UsageFault: detail: 'most' is neither min nor max");
    }

    @Test
    void obsCoreTellsItsStandardColumns() throws Exception {
        Document document = document(ask("/vo/sia2/tables"));
        assertThat(elements(document, "column"))
                .hasSize(Roles.OBSCORE_MANDATORY.size())
                .allSatisfy(column -> assertThat(column.getAttribute("std")).isEqualTo("true"));
        assertThat(texts(document, "utype"))
                .contains("obscore:Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1");
    }

    @Test
    void aTableThatIsNotThereIsNotFound() throws IOException {
        assertThat(ask("/vo/sia/stars/tables/moons").status()).isEqualTo(404);
        assertThat(ask("/vo/sia/stars/tables/").status()).isEqualTo(404);
        assertThat(ask("/vo/sia/stars/capabilities/stars").status()).isEqualTo(404);
    }

    @Test
    void tablesOfACollectionThatIsNotLoadedComeLater() throws IOException {
        Reply reply = ask("/vo/sia/unloaded/tables");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).startsWith("TransientFault");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vo/sia2/examples",
                "/vo/sia/stars/examples",
                "/vo/sia/unloaded/examples",
                "/vo/datalink/examples"
            })
    void examplesArePagesOfRdfa(String path) throws Exception {
        Reply reply = ask(path);
        assertThat(reply.contentType()).startsWith("application/xhtml+xml");
        Document page = document(reply);
        assertThat(page.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/1999/xhtml");
        List<Element> examples = elements(page, "div");
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(example.getAttribute("typeof")).isEqualTo("example");
            assertThat(example.getAttribute("resource")).isEqualTo("#" + example.getAttribute("id"));
        });
        assertThat(elements(page, "body").get(0).getAttribute("vocab")).isEqualTo("http://www.ivoa.net/rdf/examples#");
        assertThat(elements(page, "ul"))
                .allSatisfy(list ->
                        assertThat(list.getElementsByTagName("li").getLength()).isPositive());
        assertThat(ask(path.replace("examples", "capabilities")).text())
                .contains("standardID=\"ivo://ivoa.net/std/DALI#examples\"")
                .contains(path + "</accessURL>");
    }
}
