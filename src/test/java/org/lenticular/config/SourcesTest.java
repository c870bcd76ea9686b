package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Source;
import org.lenticular.config.Config.Holding;

/** Places have names that lead to one of them each, and settings that their kind finds right, alone and as each collection sets them. */
class SourcesTest {
    private final Path folder;

    SourcesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Written sources(String sources) {
        return Written.in(folder, "sources:\n" + sources.indent(2) + "collections: { c: { table: t.csv } }\n");
    }

    /** The configuration of one collection with these sources. */
    private Written used(String sources) {
        return Written.in(folder, Written.COLLECTION + "    sources:\n" + sources.indent(6));
    }

    @Test
    void aSourceIsReadWhole() {
        Config config = sources("""
                        web: { kind: http, base: "https://a.example/" }
                        aws: { title: AWS, kind: s3, region: us-east-1, bucket: 123, aliases: [a, b], advertise: always }
                        """).config();

        assertThat(config.places().keySet()).containsExactly("web", "aws");
        assertThat(config.places())
                .hasEntrySatisfying("aws", place -> {
                    assertThat(place.source()).isEqualTo(new Source("aws", "AWS", List.of("a", "b"), true));
                    assertThat(place.kind()).contains("s3");
                    assertThat(place.settings()).isEqualTo(Map.of("region", "us-east-1", "bucket", "123"));
                })
                .hasEntrySatisfying(
                        "web", place -> assertThat(place.source().title()).isEqualTo("web"));
    }

    @Test
    void namesAndAliasesAreTakenOnceWhateverTheirCase() {
        assertThat(sources("""
                                web: { kind: http, base: "https://a.example/", aliases: [AWS] }
                                aws: { kind: s3, region: us-east-1, bucket: b, aliases: [x, X] }
                                """).lines())
                .containsExactly(
                        "l.yaml:2: sources.web.aliases[0]: 'AWS' names a source that sources.aws names already; case does not count:"
                                + " choose another name",
                        "l.yaml:3: sources.aws.aliases[1]: 'X' names a source that sources.aws.aliases[0] names already; case does not"
                                + " count: choose another name");
    }

    @Test
    void namesThatCannotBeSent() {
        String web = "web: { kind: http, base: \"https://a.example/\" }\n";
        assertThat(sources(web + "\"a,b\": {}\n").line()).contains("l.yaml:3: sources.a,b: cannot be the name");
        assertThat(sources(web + "All: {}\n").line()).contains("source=all asks for every copy");
    }

    @Test
    void aKindThatIsMisspeltDoesNotHideMistakesInItsSettings() {
        assertThat(sources("aws: { kind: s4, regoin: us-east-1, bucket: b }\n").lines())
                .containsExactly(
                        "l.yaml:2: sources.aws.kind: 's4' is no kind of place; known: http, s3 (s3?)",
                        "l.yaml:2: sources.aws.regoin: is no key that is known here; known: title, kind, advertise, aliases, link_auth, watch, access,"
                                + " bucket, prefix, region, secret_key (region?)",
                        "l.yaml:2: sources.aws.region: is missing; the kind needs it");
    }

    @Test
    void theKindJudgesEachSetting() {
        assertThat(sources("aws: { kind: s3, region: moon, bucket: b, access: all }\n")
                        .lines())
                .contains("l.yaml:2: sources.aws.region: 'moon' is no region of AWS; write one such as us-east-1");
    }

    @Test
    void aNameWithoutAPlaceHasNoSettings() {
        assertThat(sources("web: { kind: http, base: \"https://a.example/\" }\ngc: { title: GC, bucket: b, knd: s3 }\n")
                        .lines())
                .containsExactly(
                        "l.yaml:3: sources.gc.bucket: is a setting, but the source has no kind; write kind: s3 beside it, or take it out",
                        "l.yaml:3: sources.gc.knd: is no key that is known here; known: title, kind, advertise, aliases, link_auth, watch (kind?)");
    }

    @Test
    void oneSourceAtLeastIsAPlace() {
        assertThat(sources("gc: { title: GC }\n").line()).contains("l.yaml:1: sources: has no place of any kind");
    }

    @Test
    void advertiseIsOneOfTwoWords() {
        assertThat(sources("web: { kind: http, base: \"https://a.example/\", advertise: true }\n")
                        .line())
                .isEqualTo(
                        "l.yaml:2: sources.web.advertise: 'true' is neither always nor when_held; when_held is the default");
    }

    @Test
    void whatAPlaceLacksACollectionMaySay() {
        String yaml = """
                sources:
                  aws: { kind: s3, region: us-east-1 }
                collections:
                  one: { table: t.csv, sources: { aws: { bucket: one } } }
                """;
        assertThat(Written.in(folder, yaml).collection().holdings())
                .isEqualTo(Map.of("aws", new Holding(Holds.ALL, Optional.empty(), Map.of("bucket", "one"))));
        assertThat(Written.in(folder, yaml + "  two: { table: t.csv, sources: { aws: {} } }\n")
                        .line())
                .isEqualTo("l.yaml:2: sources.aws.bucket: is missing; the kind needs it");
        assertThat(Written.in(folder, yaml + "  two: { table: t.csv, sources: { aws: { prefix: p } } }\n")
                        .line())
                .isEqualTo("l.yaml:5: collections.two.sources.aws.bucket: is missing; the kind needs it");
    }

    @Test
    void whatNoCollectionUsesIsCheckedToo() {
        String yaml = """
                sources:
                  web: { kind: http, base: "https://a.example/" }
                  aws: { kind: s3, region: us-east-1 }
                collections: { c: { table: t.csv, sources: { web: {} } } }
                """;
        assertThat(Written.in(folder, yaml).line())
                .isEqualTo("l.yaml:3: sources.aws.bucket: is missing; the kind needs it");
    }

    @Test
    void aCollectionsOwnSettingIsCheckedWhereItStands() {
        assertThat(used("aws: { region: moon, bukket: x }").lines())
                .containsExactly(
                        "l.yaml:9: collections.c.sources.aws.bukket: is no key that is known here; known: holds, path, link_auth, watch, access, bucket,"
                                + " prefix, region, secret_key (bucket?)",
                        "l.yaml:9: collections.c.sources.aws.region: 'moon' is no region of AWS; write one such as us-east-1");
    }

    @Test
    void theOrderInACollectionIsKeptAndTheFirstIsAPlace() {
        assertThat(used("aws: {}\nweb: {}\ngc: {}").collection().holdings().keySet())
                .containsExactly("aws", "web", "gc");
        assertThat(used("gc: {}\nweb: {}").line())
                .isEqualTo(
                        "l.yaml:9: collections.c.sources.gc: is the first, and so the default, but no place; put a source with a"
                                + " kind before it");
    }

    @Test
    void withoutMentionAllPlacesHoldACollection() {
        assertThat(Written.in(folder, Written.COLLECTION)
                        .collection()
                        .holdings()
                        .keySet())
                .containsExactly("web", "aws");
        String advertised = Written.COLLECTION.replace("title: Elsewhere", "advertise: always");
        assertThat(Written.in(folder, advertised).collection().holdings())
                .containsEntry("gc", new Holding(Holds.NONE, Optional.empty(), Map.of()));
    }

    @Test
    void aNameWithoutAPlaceMayBeSaidToHoldNothing() {
        assertThat(used("web: {}\ngc: { holds: all }").line()).contains("'all' is set for a source without a kind");
        assertThat(used("web: {}\ngc: { holds: none }").problems()).isEmpty();
    }

    @Test
    void sourcesThatAreNotDefined() {
        assertThat(used("wep: {}").line())
                .isEqualTo("l.yaml:9: collections.c.sources.wep: is no source; known: web, aws, gc (web?)");
        assertThat(Written.in(folder, Written.COLLECTION + "    sources: {}\n").line())
                .contains("names no source");
    }
}
