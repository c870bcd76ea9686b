package org.lenticular.vosi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.IvoaSchemas;
import org.lenticular.config.Registration;
import org.lenticular.protocol.SmallArchive;

/** Records for registries, held to the IVOA's schemas. */
class RegistryRecordTest {
    private static final Registration SAID = new Registration(
            Optional.of("ivo://org.example/images"),
            Optional.of("Example & Sons"),
            Optional.of("The help desk"),
            Optional.of("help@example.org"),
            Optional.of("Images of <everything>"),
            List.of("x-ray-astronomy", "ccd-observation"),
            List.of(),
            Optional.of(LocalDate.of(2026, 11, 24)),
            Optional.of("1.0"),
            Optional.empty());

    private final SmallArchive archive;
    private final RegistryRecord record;

    RegistryRecordTest(@TempDir Path folder) throws IOException {
        archive = new SmallArchive(folder);
        record = new RegistryRecord(
                VosiProtocolTest.facts(archive),
                SAID,
                "https://archive.example.org/lenticular",
                Instant.parse("2026-12-01T10:11:12.345Z"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private static String valid(String document) {
        IvoaSchemas.assertValid(document.getBytes(StandardCharsets.UTF_8));
        return document;
    }

    @Test
    void theServicesRecordTellsWhoPublishesWhatAndWhere() {
        assertThat(valid(record.ofService()))
                .contains(
                        "xsi:type=\"vs:CatalogService\" created=\"2026-11-24T00:00:00Z\" updated=\"2026-12-01T10:11:12Z\"")
                .contains("<identifier>ivo://org.example/images</identifier>")
                .contains("<publisher>Example &amp; Sons</publisher>")
                .contains("<email>help@example.org</email>")
                .contains("<subject>ccd-observation</subject>")
                .contains("<referenceURL>https://archive.example.org/lenticular/</referenceURL>")
                .contains("ivo://ivoa.net/std/SIA#query-2.0")
                .contains("<name>ivoa.obscore</name>");
    }

    @Test
    void aCollectionsRecordIsPartOfTheServices() {
        assertThat(valid(record.ofCollection("stars")))
                .contains("<identifier>ivo://org.example/images/stars</identifier>")
                .contains("<shortName>stars</shortName>")
                .contains("<relatedResource ivo-id=\"ivo://org.example/images\">")
                .contains("https://archive.example.org/lenticular/vo/sia/stars/query?</accessURL>")
                .contains("<name>INTERSECT</name>")
                .doesNotContain("SIA#query-2.0");
    }

    @Test
    void whatOfTheSkyIsCoveredIsToldInCellsOfADegree() {
        assertThat(valid(record.ofCollection("stars"))).containsPattern("<coverage>\\s*<spatial>(\\d/[\\d -]+ )?6/");
        assertThat(valid(record.ofCollection("unloaded"))).doesNotContain("spatial");
    }

    @Test
    void aCollectionThatIsNotLoadedHasARecordThatSaysLess() {
        assertThat(valid(record.ofCollection("unloaded"))).doesNotContain("tableset");
    }

    @Test
    void allRecordsAreOneDocument() {
        assertThat(valid(record.all())).contains("numberReturned=\"4\"");
    }
}
