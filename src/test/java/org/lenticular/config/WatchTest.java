package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.location.health.PlaceWatch;
import org.lenticular.location.health.WatchRules;

/** How places are watched, and when they count as down. */
class WatchTest {
    private final Path folder;

    WatchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A place {@code web} that is watched so, and these lines in front of everything. */
    private Written watched(String first, String watch) {
        return Written.in(
                folder,
                first + "\n" + Written.COLLECTION.replace("a.example/\" }", "a.example/\", watch: " + watch + " }"));
    }

    private PlaceWatch watch(String watch) {
        return Objects.requireNonNull(watched("", watch).config().places().get("web"))
                .watch();
    }

    @Test
    void nobodyWatchesUnlessItIsSaid() {
        Config config = Written.in(folder, Written.COLLECTION).config();
        assertThat(config.places().values()).extracting(Config.Place::watch).containsOnly(PlaceWatch.NONE);
        assertThat(config.watch()).isEqualTo(WatchRules.DEFAULT);
    }

    @Test
    void aPlaceIsWatchedByAProductOrInRequestsOrBoth() {
        assertThat(watch("{ path: a/b.fits }"))
                .isEqualTo(new PlaceWatch(Optional.of("a/b.fits"), Duration.ofSeconds(30), false));
        assertThat(watch("{ path: a.fits, every_seconds: 7, in_requests: true }"))
                .isEqualTo(new PlaceWatch(Optional.of("a.fits"), Duration.ofSeconds(7), true));
        assertThat(watch("{ in_requests: true }"))
                .isEqualTo(new PlaceWatch(Optional.empty(), Duration.ofSeconds(30), true));
    }

    @Test
    void aCollectionMayWatchAPlaceByAProductOfItsOwn() {
        Config.CollectionSettings collection = Written.in(
                        folder, Written.COLLECTION + "    sources: { web: { watch: { path: c.fits } }, aws: {} }\n")
                .collection();
        assertThat(Objects.requireNonNull(collection.holdings().get("web")).watch())
                .contains(new PlaceWatch(Optional.of("c.fits"), Duration.ofSeconds(30), false));
        assertThat(Objects.requireNonNull(collection.holdings().get("aws")).watch())
                .isEmpty();
    }

    @Test
    void theRulesCanBeSet() {
        String rules =
                "watch: { failures: 2, window_seconds: 90, pause_seconds: 5, answer_seconds: 1, kept_seconds: 60 }";
        assertThat(watched(rules, "{ path: a }").config().watch())
                .isEqualTo(new WatchRules(
                        2,
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | sources.web.watch: says nothing; write path: some/file",
                "{ every_seconds: 5 } | sources.web.watch.path: is missing; name a product that is there",
                "{ path: a, every: 5 } | sources.web.watch.every: is no key that is known here; known: path, every_seconds,",
                "{ path: a, every_seconds: 60 } | sources.web.watch.every_seconds: '60' is too seldom: 3 failures, 60 seconds apart, do not come within 120; write fewer every_seconds, or more watch.window_seconds",
                "{ in_requests: yes } | sources.web.watch.in_requests: 'yes' is neither true nor false",
                "often | sources.web.watch: 'often' is a single value where a map is wanted",
            })
    void whatCannotBeIsTold(String watch, String problem) {
        assertThat(watched("", watch).line()).contains(problem);
    }

    @Test
    void aNameWithoutAPlaceCannotBeWatched() {
        String yaml = Written.COLLECTION.replace("title: Elsewhere", "title: Elsewhere, watch: { path: a }");
        assertThat(Written.in(folder, yaml).line())
                .contains(
                        "sources.gc.watch: is set for a source without a kind; take it out, or give the source a kind");
    }

    @Test
    void rulesAreWithinReason() {
        assertThat(watched("watch: { failures: 0 }", "{ path: a }").line())
                .contains("watch.failures: '0' is out of range; from 1 to 100 is allowed");
    }
}
