package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Roles;

/** {@code docs/configuration.md} describes every key that there is, and none that there is not; its first example is enough. */
class DocumentationTest {
    private final String text;

    DocumentationTest() throws IOException {
        text = Files.readString(Path.of("docs", "configuration.md"));
    }

    private List<String> find(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The first cells of all rows of tables. */
    private List<String> rows() {
        return find("^\\| `([^`]+)` \\|");
    }

    @Test
    void everyKeyIsDocumentedOnce() {
        List<String> known = Arrays.stream(Keys.values())
                .flatMap(keys -> keys.names().stream()
                        .map(name -> keys.section().isEmpty() ? name : keys.section() + "." + name))
                .toList();
        List<String> settings = Kinds.real().values().stream()
                .map(kind -> kind.settings().keySet())
                .flatMap(Collection::stream)
                .toList();

        List<String> documented =
                rows().stream().filter(row -> !settings.contains(row)).toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everySettingOfAKindIsDocumented() {
        // The fakes of other tests know a setting that no kind has.
        assertThat(rows())
                .containsAll(Kinds.real().values().stream()
                        .flatMap(kind -> kind.settings().keySet().stream())
                        .filter(setting -> !setting.equals("secret_key"))
                        .toList());
    }

    @Test
    void defaultLimitsAreThoseOfTheProgram() {
        Config.Limits limits = Config.Limits.DEFAULT;
        assertThat(find("^\\| `limits\\.[a-z_]+` \\| number \\| ([0-9]+)[ ,]"))
                .extracting(Long::valueOf)
                .containsExactly(
                        (long) limits.defaultRows(),
                        (long) limits.maxRows(),
                        (long) limits.maxIds(),
                        (long) limits.answeredIds(),
                        (long) limits.maxLinks(),
                        (long) limits.maxConstraints(),
                        (long) limits.maxVertices(),
                        (long) limits.maxFacetValues(),
                        (long) limits.maxAhead(),
                        limits.maxBody(),
                        (long) limits.maxValue(),
                        limits.queryTime().toSeconds(),
                        (long) limits.maxQueries(),
                        limits.bodyTime().toSeconds());
    }

    @Test
    void everyNameForColumnsIsListed() {
        String names = find("### Names for `columns`(.*?)## Rare").get(0);
        List<String> listed = Pattern.compile("`([a-zA-Z0-9]+_[a-zA-Z0-9_]+)`")
                .matcher(names)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(Roles.ALL);
    }

    @Test
    void theExampleOfAFolderIsWholeAndShort(@TempDir Path folder) throws IOException, ConfigException {
        String yaml =
                find("^```yaml\\n(service: \\{ title: Little Hill.*?)^```").get(0);
        Files.createFile(folder.resolve("images.csv"));
        Path file = Files.writeString(folder.resolve("hill.yaml"), yaml.replace("/data/fits", "."));

        Config config = ConfigReader.read(file, Kinds.real());
        assertThat(config.places().get("here"))
                .extracting(place -> place.settings().get("folder"))
                .as("a relative folder begins beside the configuration")
                .isEqualTo(folder.toString());
        assertThat(yaml.lines().count()).isLessThanOrEqualTo(10);
    }

    @Test
    void theFirstExampleIsEnoughAndShort(@TempDir Path folder) throws IOException, ConfigException {
        String yaml = find("^```yaml\\n(.*?)^```").get(0);
        Files.createFile(folder.resolve("my-images.csv"));
        Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);

        assertThat(ConfigReader.read(file, Kinds.real()).collections()).containsOnlyKeys("mine");
        assertThat(yaml.lines().count()).isLessThanOrEqualTo(15);
    }
}
