package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configuration says for registries, for scripts of other pages, and for clients that take answers compressed. */
class RegistrationTest {
    private final Path folder;

    RegistrationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Written with(String service) {
        return Written.in(folder, "service: { " + service + " }\n" + Written.COLLECTION);
    }

    @Test
    void allOfItCanBeSaid() {
        Registration said = with("identifier: ivo://org.example/images, publisher: Example archive,"
                        + " contact: { name: Help desk, email: help@example.org }, description: Images of the sky,"
                        + " subjects: [x-ray-astronomy], creators: [Ada, Grace], created: 2026-11-24, version: 2.1,"
                        + " reference_url: \"https://example.org/about\"")
                .config()
                .service()
                .registration();

        assertThat(said.identifier()).contains("ivo://org.example/images");
        assertThat(said.publisher()).contains("Example archive");
        assertThat(said.contact()).contains("Help desk");
        assertThat(said.email()).contains("help@example.org");
        assertThat(said.subjects()).containsExactly("x-ray-astronomy");
        assertThat(said.creators()).containsExactly("Ada", "Grace");
        assertThat(said.created()).contains(LocalDate.of(2026, 11, 24));
        assertThat(said.version()).contains("2.1");
        assertThat(said.referenceUrl()).contains("https://example.org/about");
    }

    @Test
    void noneOfItNeedsToBeSaid() {
        Config.Service service = with("title: T").config().service();
        assertThat(service.registration()).isEqualTo(Registration.NONE);
        assertThat(service.cors()).containsExactly("*");
        assertThat(service.gzip()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identifier: ivo://org.example | 'ivo://org.example' is no IVOA identifier with a path; write the authority and a path of your choice",
                "identifier: 'http://org.example/x' | is no IVOA identifier",
                "contact: { email: help } | service.contact.email: 'help' is no address of mail; write one such as help@example.org",
                "contact: { mail: a@b } | service.contact.mail: is no key that is known here",
                "created: 24.11.2026 | service.created: '24.11.2026' is no day; write year, month and day, such as 2026-11-24",
                "created: 2026-02-30 | is no day",
                "reference_url: 'ftp://a/b' | is no address of a page",
                "cors: 'https://a.example/x' | service.cors: 'https://a.example/x' is no origin; list origins such as https://portal.example.org",
                "cors: ['*', none] | is no origin",
                "compression: brotli | service.compression: 'brotli' is no way to compress answers; write gzip or none"
            })
    void aMistakeIsTold(String service, String message) {
        assertThat(with(service).lines()).first().asString().contains(message);
    }

    @Test
    void scriptsCanBeAllowedForSomePagesOrNone() {
        assertThat(with("cors: [\"https://A.example\", \"http://localhost:8888\"]")
                        .config()
                        .service()
                        .cors())
                .containsExactly("https://a.example", "http://localhost:8888");
        assertThat(with("cors: none").config().service().cors()).isEmpty();
    }

    @Test
    void aRecordNamesEverythingThatItLacksAtOnce() {
        Config config = with("publisher: Example archive").config();
        assertThatThrownBy(() -> Registration.require(config, false))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::key)
                                .containsExactlyInAnyOrder(
                                        "service.base_url",
                                        "service.identifier",
                                        "service.contact.name",
                                        "service.contact.email",
                                        "service.description",
                                        "service.subjects",
                                        "service.created",
                                        "collections.c.description"));
    }
}
