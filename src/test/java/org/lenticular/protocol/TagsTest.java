package org.lenticular.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.location.Copy;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Place;
import org.lenticular.location.PlaceHealth;
import org.lenticular.location.Places;

/** What names an answer beforehand: the same for the same answer, another for any other, and none where nobody knows. */
class TagsTest {
    private final Path folder;
    private final SmallArchive archive;
    private final Map<String, Served> stars;
    private final FakeHealth health = new FakeHealth();

    private static final class FakeHealth implements PlaceHealth {
        private boolean down;
        private boolean asks;

        @Override
        public @Nullable String hindrance(Copy copy) {
            return down ? NO_ANSWER : null;
        }

        @Override
        public boolean isDown() {
            return down;
        }

        @Override
        public PlaceHealth forAnswer() {
            return asks ? copy -> null : this;
        }
    }

    TagsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        archive = new SmallArchive(folder);
        Place main = Places.MAIN;
        Place watched = new Place(main.source(), main.resolver(), main.rule(), health);
        stars = new LinkedHashMap<>();
        stars.put("stars", new Served("stars", "Stars", new CopyChooser("stars", List.of(watched))));
        stars.put("empty", new Served("empty", "Nothing", new CopyChooser("empty", List.of(main))));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Tags tags(String origin) {
        return new Tags(origin, archive.catalogue(), stars);
    }

    private static Request request(String path, String base, @Nullable String accept, String... pairs) {
        return new Request(
                Parameters.of(List.of(pairs).stream()
                        .map(pair -> Map.entry(pair.split("=", 2)[0], pair.split("=", 2)[1]))
                        .toList()),
                path,
                base,
                accept);
    }

    private Optional<String> tag(String... pairs) {
        return tags("one").of(request("/stars/query", "https://a", null, pairs));
    }

    @Test
    void orderAndCaseOfNamesMakeNoOtherAnswer() {
        assertThat(tag("POS=1,2", "SIZE=1")).isPresent().isEqualTo(tag("size=1", "pos=1,2"));
        assertThat(tag("POS=1,2").orElseThrow()).matches("W/\"[A-Za-z0-9_-]{22}\"");
    }

    @Test
    void anythingElseDoes() {
        Optional<String> tag = tag("POS=1,2", "SIZE=1");
        assertThat(tag("POS=1,2", "SIZE=2")).isNotEqualTo(tag);
        assertThat(tag("POS=1,2", "SIZE=1", "SIZE=")).isNotEqualTo(tag);
        assertThat(tag("POS=1", "SIZE=,21")).isNotEqualTo(tag);
        assertThat(tags("two").of(request("/stars/query", "https://a", null, "POS=1,2", "SIZE=1")))
                .isNotEqualTo(tag);
        assertThat(tags("one").of(request("/stars/query", "https://b", null, "POS=1,2", "SIZE=1")))
                .isNotEqualTo(tag);
        assertThat(tags("one").of(request("/empty/query", "https://a", null, "POS=1,2", "SIZE=1")))
                .isNotEqualTo(tag);
        assertThat(tags("one").of(request("/stars/query", "https://a", "text/csv", "POS=1,2", "SIZE=1")))
                .isNotEqualTo(tag);
    }

    @Test
    void repeatedValuesKeepTheirOrder() {
        assertThat(tag("ID=a", "ID=b")).isNotEqualTo(tag("ID=b", "ID=a"));
    }

    @Test
    void aPlaceThatGoesDownAndComesBackMakesAnotherAnswerAndTheFirstOneAgain() {
        Optional<String> up = tag("POS=1,2");
        health.down = true;
        assertThat(tag("POS=1,2")).isPresent().isNotEqualTo(up);
        health.down = false;
        assertThat(tag("POS=1,2")).isEqualTo(up);
    }

    @Test
    void nobodyKnowsBeforehandWhatAPlaceSaysThatIsAskedMeanwhile() {
        health.asks = true;
        assertThat(tag("POS=1,2")).isEmpty();
        assertThat(tags("one").of(request("/empty", "https://a", null)))
                .as("nobody asks for the other collection's places")
                .isPresent();
        assertThat(tags("one").of(request("", "https://a", null)))
                .as("all collections")
                .isEmpty();
    }

    @Test
    void whatMayHoldSignaturesHasNone() {
        assertThat(tag("POS=1,2", "source=aws:us-east1")).isEmpty();
    }

    @Test
    void faultsHaveNone() {
        assertThat(tag("RESPONSEFORMAT=nonesuch")).isEmpty();
        Tags withUnloaded = new Tags("one", archive.catalogue(), archive.collections());
        assertThat(withUnloaded.of(request("/unloaded/query", "https://a", null)))
                .isEmpty();
        assertThat(withUnloaded.of(request("", "https://a", null, "table=stars")))
                .isPresent();
        assertThat(withUnloaded.of(request("", "https://a", null))).isEmpty();
    }

    @Test
    void aLoadMakesAnother() throws IOException {
        Optional<String> before = tag("POS=1,2");
        SqliteStore store = new SqliteStore(folder, Duration.ofSeconds(60), 64);
        try (var writer = store.write("stars")) {
            writer.publish(SmallArchive.COLUMNS, Set.of(), "anew");
        }
        try (var catalogue = store.open()) {
            assertThat(new Tags("one", catalogue, stars).of(request("/stars/query", "https://a", null, "POS=1,2")))
                    .isPresent()
                    .isNotEqualTo(before);
        }
    }
}
