package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.config.Config.Limits;

/** What holds for the service as a whole: its address, its proxies, its limits, its folder; secrets stay out of every message. */
class ServiceTest {
    private final Path folder;

    ServiceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Written with(String line) {
        return Written.in(folder, line + "\n" + Written.COLLECTION);
    }

    @Test
    void whatIsNotSaidHasDefaults() {
        Config config = with("").config();

        assertThat(config.service().title()).isEqualTo("Lenticular");
        assertThat(config.service().baseUrl()).isEmpty();
        assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(config.catalogueFolder()).isEqualTo(folder.resolve("var"));
        assertThat(config.file()).isAbsolute();
    }

    @Test
    void howManyQueriesRunAtATimeCanBeSet() {
        assertThat(with("limits: { max_queries: 7 }").config().limits().maxQueries())
                .isEqualTo(7);
        assertThat(with("limits: { max_queries: 0 }").line())
                .startsWith("l.yaml:1: limits.max_queries: '0' is out of range; from 1 to 10000");
    }

    @Test
    void baseUrlLosesItsSlash() {
        assertThat(with("service: { base_url: \"https://a.example/x//\" }")
                        .config()
                        .service()
                        .baseUrl())
                .contains("https://a.example/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example/",
                "a.example",
                "/x",
                "https://",
                "https:x",
                "https://a.example/?q",
                "https://a.example/#f",
                "https://a b/",
                "https://u@a.example/"
            })
    void baseUrlIsAWebAddressAndNothingElse(String url) {
        assertThat(with("service: { base_url: \"" + url + "\" }").line()).startsWith("l.yaml:1: service.base_url: '");
    }

    @Test
    void proxiesAreAddressesOrBlocks() {
        String list = "service: { trusted_proxies: [10.1.2.3, 10.0.0.0/8, \"::1\", \"2001:db8::/32\", %s] }";
        assertThat(with(list.formatted("127.0.0.1")).config().service().trustedProxies())
                .hasSize(5);
        for (String wrong :
                new String[] {"localhost", "10.0.0.0/33", "256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4/", "a:b"}) {
            assertThat(with(list.formatted(wrong)).line())
                    .startsWith(
                            "l.yaml:1: service.trusted_proxies[4]: '" + wrong + "' is neither an address nor a block");
        }
    }

    @Test
    void limitsWithinTheirRanges() {
        Limits limits =
                with("limits: { max_rows: 50, body_seconds: 30 }").config().limits();

        assertThat(limits.maxRows()).isEqualTo(50);
        assertThat(limits.defaultRows()).isEqualTo(50);
        assertThat(limits.bodyTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(with("limits: { max_rows: 5, default_rows: 6 }").line())
                .contains("limits.default_rows: '6' is more than max_rows, which is 5");
        assertThat(with("limits: { max_ids: 0 }").line()).contains("'0' is out of range; from 1 to 1000000 is allowed");
        assertThat(with("limits: { max_ids: 1.5 }").line()).contains("is no whole number");
        assertThat(with("limits: { max_ids: 99999999999999999999 }").line()).contains("is no whole number");
    }

    @Test
    void theCatalogueIsAFolder() throws IOException {
        Files.createFile(folder.resolve("file"));
        assertThat(with("catalogue: { folder: file }").line()).contains("'file' is no folder");
        assertThat(with("catalogue: { folder: a/b }").config().catalogueFolder())
                .isEqualTo(folder.resolve("a/b"));
        assertThat(with("catalogue: { url: \"jdbc:postgresql://u:secret@host/db\" }")
                        .line())
                .isEqualTo("l.yaml:1: catalogue.url: comes with a later version; write folder: var instead of it");
    }

    @Test
    void secretsAreNeverShown() {
        String secret = Written.COLLECTION.replace("bucket: b", "bucket: b, secret_key: hush");
        assertThat(Written.in(folder, secret).line())
                .isEqualTo("l.yaml:3: sources.aws.secret_key: '…' is too short: …");
        assertThat(Written.in(folder, secret.replace("secret_key", "secret_kee"))
                        .line())
                .doesNotContain("hush");
        assertThat(with("service: { base_url: \"ftp://me:hush@a.example/\" }").line())
                .doesNotContain("hush");
        assertThat(new Problem("x.password_file", "/run/pw", "does not exist", "").in("l.yaml"))
                .contains("/run/pw");
    }

    @Test
    void aProblemIsOneLineWhateverIsInIt() {
        assertThat(new Problem("a\nb", "c\nd", "e\nf", "g\u001b[1mh").in("l.yaml"))
                .isEqualTo("l.yaml: a b: 'c\\u000Ad' e f; g\\u001B[1mh");
    }
}
