package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator who makes ten mistakes reads of ten, each with line, key, value, reason and remedy: nobody has to run the check eleven times. */
class EveryMistakeAtOnceTest {
    private static final String TEN = """
            service:
              titel: Mine
              base_url: ftp://archive.example.org/
            limits: { max_rows: many, query_seconds: 0 }
            sources:
              web: { kind: http, base: "https://a.example/" }
              aws: { kind: S4, bucket: b, region: us-east-1 }
            collections:
              c:
                table: tt.csv
                datasets:
                  id: "{obs_id"
                  products:
                    - { path: "{file}" }
                    - { path: "{file}.png", semantics: preview }
                sources: { web: {}, awz: {} }
                columns: { s_fow: "1 deg" }
            """;

    private final Path folder;

    EveryMistakeAtOnceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tenMistakesAreTenLines() {
        String in = folder.toString();
        assertThat(Written.in(folder, TEN).lines())
                .containsExactly(
                        "l.yaml:2: service.titel: is no key that is known here; known: title, base_url, authority, trusted_proxies, cors, compression, identifier, publisher, contact, description, subjects, creators, created, version, reference_url (title?)",
                        "l.yaml:3: service.base_url: 'ftp://archive.example.org/' is neither http nor https; write the address that clients"
                                + " use, such as https://archive.example.org/lenticular",
                        "l.yaml:4: limits.max_rows: 'many' is no whole number; write digits only, from 1 to 2147483646",
                        "l.yaml:4: limits.query_seconds: '0' is out of range; from 1 to 3600 is allowed",
                        "l.yaml:7: sources.aws.kind: 'S4' is no kind of place; known: http, s3 (s3?)",
                        "l.yaml:10: collections.c.table: 'tt.csv' does not exist; paths begin in " + in + " (t.csv?)",
                        "l.yaml:12: collections.c.datasets.id: '{obs_id' has a '{' that is not closed at character 1; a column stands between"
                                + " braces, {name}; a brace itself is written {{ or }}",
                        "l.yaml:15: collections.c.datasets.products[1].semantics: 'preview' is no term of the DataLink vocabulary; write"
                                + " \"#preview\", with its # and in quotes",
                        "l.yaml:16: collections.c.sources.awz: is no source; known: web, aws (aws?)",
                        "l.yaml:17: collections.c.columns.s_fow: is no column of ObsCore or SIA; s_fov?");
    }

    @Test
    void theReportEndsWithTheirNumber() {
        Path file = Written.in(folder, TEN).file();

        assertThatThrownBy(() -> ConfigReader.read(file, Kinds.FAKE))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.report())
                                .startsWith("l.yaml:2: service.titel: ")
                                .hasLineCount(11)
                                .endsWith("\n10 problems in " + file));
    }

    @Test
    void aProblemFoundElsewhereHasNoLineAndComesLast() {
        ConfigException exception = new ConfigException(
                Path.of("l.yaml"),
                List.of(
                        new Problem("collections.c.table", "t.csv", "has no column obs_id", "known: id"),
                        new Problem(3, "limits", "", "is a list", "")));

        assertThat(exception.report())
                .isEqualTo(
                        "l.yaml:3: limits: is a list\nl.yaml: collections.c.table: 't.csv' has no column obs_id; known: id\n"
                                + "2 problems in l.yaml");
    }
}
