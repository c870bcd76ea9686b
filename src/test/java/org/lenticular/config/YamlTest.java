package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.fault.Quoted;

/** What is wrong with the file as YAML is told with its line; no file, however it is made, does more than make a problem. */
class YamlTest {
    private final Path folder;

    YamlTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Written written(String yaml) {
        return Written.in(folder, yaml);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(new Written(folder.resolve("none.yaml")).line())
                .isEqualTo("l.yaml: " + Quoted.value(folder.resolve("none.yaml").toString())
                        + " does not exist; name the YAML file");
        assertThat(new Written(folder).line()).contains("is no file");
    }

    @Test
    void anEmptyFile() {
        assertThat(written("# nothing\n").line()).contains("the file is empty");
    }

    @Test
    void brokenSyntaxIsToldWithItsLine() {
        assertThat(written("service:\n  title: \"x\n").line()).startsWith("l.yaml:3: this is no YAML: ");
        assertThat(written("service:\n\ttitle: x\n").line())
                .startsWith("l.yaml:2: this is no YAML: ")
                .contains("no tabs");
        assertThat(written("service: 1\n---\nb: 1\n").line()).startsWith("l.yaml:2: this is no YAML: ");
        assertThat(written("service: *nothing\n").line()).contains("l.yaml:1: ", "undefined alias");
    }

    @Test
    void charactersThatYamlDoesNotAllow() {
        assertThat(written("service:\n  title: a\u0007b\n").line()).startsWith("l.yaml:2: has the character U+0007");
    }

    @Test
    void charactersThatNoAnswerCanHold() {
        assertThat(written(Written.COLLECTION + "    title: \"a\\x07b\"\n").line())
                .isEqualTo(
                        "l.yaml:8: collections.c.title: 'a\\u0007b' has a character in it that no answer can hold; take out control"
                                + " characters and halves of characters");
    }

    @Test
    void anotherEncoding() {
        byte[] latin = "service: { title: Observatório }".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Written.in(folder, latin).line()).contains("is not in UTF-8");
    }

    @Test
    void keysThatAreThereTwice() {
        assertThat(written(Written.COLLECTION + "    title: a\n    title: b\n").line())
                .isEqualTo("l.yaml:9: collections.c.title: is there twice, first in line 8; take one of the two out");
    }

    @Test
    void keysThatAreNoText() {
        assertThat(written(Written.COLLECTION + "    ? [a, b]\n    : c\n").line())
                .contains("l.yaml:8: collections.c: has a key that is a list or a map");
    }

    @Test
    void tagsAreNotUnderstood() {
        assertThat(written(Written.COLLECTION + "    title: !mine a\n").line())
                .isEqualTo(
                        "l.yaml:8: collections.c.title: '!mine' is a tag; tags are not understood here: take it out");
        assertThat(written(Written.COLLECTION + "    title: !!java.net.URL [\"http://x\"]\n")
                        .line())
                .contains("l.yaml:8: ", "tag");
    }

    @Test
    void listsMapsAndTextsInEachOthersPlace() {
        assertThat(written("service: [a]\n" + Written.COLLECTION).line())
                .startsWith("l.yaml:1: service: is a list where a map is wanted");
        assertThat(written(Written.COLLECTION + "    title: [a]\n").line())
                .startsWith("l.yaml:8: collections.c.title: is a list where a text is wanted");
        assertThat(written(Written.COLLECTION + "    datasets: x\n").line())
                .startsWith("l.yaml:8: collections.c.datasets: 'x' is a single value where a map is wanted");
        assertThat(written("[a, b]").line()).startsWith("l.yaml:1: is a list where a map is wanted");
    }

    @Test
    void aTemplateWithoutQuotesIsRecognised() {
        assertThat(written(Written.COLLECTION + "    datasets: { id: {obs_id} }\n")
                        .line())
                .endsWith("is a map where a text is wanted; a template needs quotes: \"{obs_id}\"");
    }

    @Test
    void aKeyWithNothingBehindIt() {
        assertThat(written(Written.COLLECTION + "    title:\n").line())
                .startsWith("l.yaml:8: collections.c.title: is empty; write a value");
        assertThat(written(Written.COLLECTION + "    title: #mine\n").line())
                .contains("in quotes where it begins with #");
    }

    @Test
    void unknownKeysAtTheTopAreToldWithTheNearest() {
        assertThat(written("servise: {}\n" + Written.COLLECTION).line())
                .isEqualTo(
                        "l.yaml:1: servise: is no key that is known here; known: service, catalogue, limits, watch, sources, collections"
                                + " (service?)");
    }

    @Test
    void neededKeysThatAreMissing() {
        assertThat(written("service: {}\n").lines())
                .containsExactly(
                        "l.yaml:1: sources: is missing; name at least one place that holds the files",
                        "l.yaml:1: collections: is missing; name at least one, with its table");
    }

    @Test
    void aMisspeltKeyIsNotToldAsMissingToo() {
        assertThat(written(Written.COLLECTION.replace("table:", "tabel:")).line())
                .contains("(table?)");
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepOrLeadsToItself() {
        assertThat(written("#".repeat(1_000_001)).line()).contains("is too large");
        assertThat(written("a: " + "[".repeat(30) + "]".repeat(30)).line()).contains("cannot be taken");
        String bomb = "a: &a [x]\n" + "b: &b [" + "*a,".repeat(60) + "]\n";
        assertThat(written(bomb).line()).contains("cannot be taken");
        assertThat(written("sources: &s { a: *s }\ncollections: *s\n").lines()).isNotEmpty();
    }

    @Test
    void aliasesMayBeUsed() {
        String yaml = """
                sources:
                  one: &one { kind: s3, region: us-east-1, bucket: b }
                  two: *one
                collections: { c: { table: t.csv } }
                """;
        assertThat(written(yaml).config().places())
                .hasEntrySatisfying("two", place -> assertThat(place.settings()).containsEntry("bucket", "b"));
    }

    @Test
    void mergesAreNotUnderstood() {
        assertThat(written("sources: &s { <<: *s }\ncollections: { c: { table: t.csv } }\n")
                        .lines())
                .contains("l.yaml:1: sources: '<<' is not understood; write the merged keys out");
    }
}
