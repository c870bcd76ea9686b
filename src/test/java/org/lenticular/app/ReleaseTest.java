package org.lenticular.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.config.ConfigException;

/** The program knows its version wherever it runs, and so names its answers the same after each start. */
class ReleaseTest {
    @Test
    void theVersionIsTheBuilds() throws IOException {
        List<String> pom = Files.readAllLines(Path.of("pom.xml"));
        String version = pom.stream()
                .filter(line -> line.startsWith("  <version>"))
                .map(line -> line.replaceAll("</?version>", "").strip())
                .findFirst()
                .orElseThrow();
        assertThat(Release.version()).contains(version);
    }

    @Test
    void whatMakesTheAnswersIsTheSameAfterEachStart(@TempDir Path folder) throws IOException, ConfigException {
        Path example = Path.of("conf/lenticular.yaml");
        String first = Release.of(Lenticular.read(example));
        assertThat(Release.of(Lenticular.read(example)))
                .isEqualTo(first)
                .startsWith(Release.version().orElseThrow());
    }
}
