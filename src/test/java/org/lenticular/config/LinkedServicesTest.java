package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.LinkAuth;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Param;

/** A collection's services: what an operator writes of a cut-out service elsewhere, and what is told of mistakes in it. */
class LinkedServicesTest {
    @TempDir
    private Path folder = Path.of("");

    private Written services(String yaml) {
        return Written.in(folder, Written.COLLECTION + "    services:\n" + yaml.indent(6));
    }

    @Test
    void aServiceOfSodaNeedsItsAddressItsStandardAndTheNamesOfItsParameters() {
        List<LinkedService> services = services("""
                        cutout:
                          standard_id: ivo://ivoa.net/std/SODA#sync-1.0
                          access_url: https://a.example/soda?keep=1
                          parameters: [POS, BAND]
                        """).collection().services();
        assertThat(services).singleElement().satisfies(service -> {
            assertThat(service.name()).isEqualTo("cutout");
            assertThat(service.title()).isEqualTo("cutout");
            assertThat(service.semantics()).isEqualTo("#cutout");
            assertThat(service.accessUrl()).isEqualTo("https://a.example/soda?keep=1");
            assertThat(service.id()).isEmpty();
            assertThat(service.inputs())
                    .extracting(param -> param.column().name())
                    .containsExactly("POS", "BAND");
            assertThat(service.inputs().get(1).column().unit()).isEqualTo("m");
            assertThat(service.inputs().get(1).column().ucd()).isEqualTo("em.wl;stat.interval");
        });
    }

    @Test
    void everythingElseCanBeSaidToo() {
        LinkedService service = services("""
                        render:
                          title: Colour picture
                          description: Draws the image
                          semantics: "#preview"
                          access_url: http://a.example/render
                          content_type: image/png
                          link_auth: optional
                          id: "{dataset}"
                          example_url: http://a.example/render?ID=x
                          parameters:
                            - { name: width, datatype: int, unit: pix, ucd: phys.size, min: 1, max: 4000, description: Its width }
                            - { name: stretch, options: [linear, log] }
                            - { name: ends, datatype: float, arraysize: 2, xtype: interval }
                            - { name: form, value: png }
                            - { name: BAND, unit: nm }
                        """).collection().services().get(0);
        assertThat(service.title()).isEqualTo("Colour picture");
        assertThat(service.description()).contains("Draws the image");
        assertThat(service.semantics()).isEqualTo("#preview");
        assertThat(service.contentType()).contains("image/png");
        assertThat(service.linkAuth()).contains(LinkAuth.OPTIONAL);
        assertThat(service.id().map(Object::toString)).contains("{dataset}");
        assertThat(service.example()).isEqualTo(Optional.of("http://a.example/render?ID=x"));
        Column width = Column.scalar("width", Datatype.INT)
                .withUnit("pix")
                .withUcd("phys.size")
                .withDescription("Its width");
        assertThat(service.inputs().subList(0, 2))
                .containsExactly(
                        new Param(width, "", "1", "4000", List.of()),
                        new Param(
                                Column.text("stretch"),
                                "",
                                null,
                                null,
                                List.of(new Param.Option(null, "linear"), new Param.Option(null, "log"))));
        assertThat(service.inputs().get(2).column().arraysize()).isEqualTo("2");
        assertThat(service.inputs().get(3)).isEqualTo(Param.text("form", "png"));
        assertThat(service.inputs().get(4).column().ucd()).as("as SODA has it").isEqualTo("em.wl;stat.interval");
        assertThat(SodaParams.isStandard(service.inputs().get(4).column())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            access_url: ftp://a.example/x | access_url: 'ftp://a.example/x' is neither http nor https; write one such as https://archive.example.org/soda/sync
            access_url: "https://u:p@a.example/" | access_url: 'https://…@a.example/' has a user in it; write one such as https://archive.example.org/soda/sync
            access_url: "https://a.example/x#y" | access_url: 'https://a.example/x#y' has a fragment, which no server gets to see; end it before the #
            access_url: /soda | access_url: '/soda' is neither http nor https; write one such as https://archive.example.org/soda/sync
            access_uri: x | access_uri: is no key that is known here; known: title, description, semantics, standard_id, access_url, content_type, link_auth, id, parameters, example_url (access_url?)
            title: x | access_url: is missing; write the address that parameters are added to
            """)
    void anAddressThatIsNoneIsTold(String line, String told) {
        assertThat(services("s: { " + line + " }\n").lines())
                .first()
                .asString()
                .endsWith("collections.c.services.s." + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            standard_id: SODA | standard_id: 'SODA' is no IVOID; write one such as ivo://ivoa.net/std/SODA#sync-1.0
            semantics: cutout | semantics: 'cutout' is no term of the DataLink vocabulary; write "#cutout", with its # and in quotes
            content_type: fits | content_type: 'fits' is no media type; write type/subtype
            content_type: directory | content_type: 'directory' is no media type; write type/subtype
            link_auth: "yes" | link_auth: 'yes' is none of false, optional, true; say whether one must be logged in to follow the links, or take the line out where that is not known
            id: "{x" | id: '{x' has a '{' that is not closed at character 1; a column stands between braces, {name}; a brace itself is written {{ or }}
            parameters: [CIRCEL] | parameters[0]: 'CIRCEL' is no parameter of SODA; known: POS, CIRCLE, POLYGON, BAND, TIME, POL (CIRCLE?); describe another one: { name: CIRCEL, datatype: char }
            parameters: [ID] | parameters[0]: 'ID' is no parameter of SODA; known: POS, CIRCLE, POLYGON, BAND, TIME, POL; describe another one: { name: ID, datatype: char }
            parameters: [{name: id}] | parameters[0]: is sent in any case; take it out; id says what its value is
            parameters: [POS, {name: pos}] | parameters[1]: has the name of another parameter: pos; name each once; case does not count
            parameters: [{name: n, datatype: integer}] | parameters[0].datatype: 'integer' is no datatype of VOTable; known: boolean, short, int, long, float, double, char, unicodeChar
            parameters: [{name: n, arraysize: many}] | parameters[0].arraysize: 'many' is no size of an array; write a number, or "*" for any
            parameters: [{datatype: int}] | parameters[0].name: is missing; write the parameter's name
            example_url: example | example_url: 'example' is neither http nor https; write one such as https://archive.example.org/soda/sync
            """)
    void aMistakeIsToldWithWhatWouldBeRight(String line, String told) {
        assertThat(services("s: { access_url: https://a.example/, " + line + " }\n")
                        .line())
                .endsWith("collections.c.services.s." + told);
    }

    @Test
    void aNameThatCanBeNoXmlIdIsTold() {
        assertThat(services("2d cutout: { access_url: https://a.example/ }\n").line())
                .endsWith("collections.c.services.2d cutout: cannot be the name of a service;"
                        + " letters, digits, _ - and . can; begin with a letter: it becomes an XML ID");
    }

    @Test
    void whetherOneMustBeLoggedInIsSaidForASourceAndForOneCollection() {
        Config config = Written.in(folder, """
                        sources:
                          web: { kind: http, base: "https://a.example/", link_auth: false }
                          aws: { kind: s3, region: us-east-1, bucket: b }
                        collections:
                          c:
                            table: t.csv
                            sources: { web: { link_auth: true }, aws: {} }
                        """).config();
        assertThat(config.places().values())
                .extracting(place -> place.source().linkAuth())
                .containsExactly(LinkAuth.FALSE, null);
        assertThat(config.collections().values().iterator().next().holdings().values())
                .extracting(Config.Holding::linkAuth)
                .containsExactly(Optional.of(LinkAuth.TRUE), Optional.empty());
    }
}
