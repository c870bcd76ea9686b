package org.lenticular.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Product;
import org.lenticular.config.Config;
import org.lenticular.location.Choice;
import org.lenticular.location.Kinds;
import org.lenticular.location.WantedSources;
import org.lenticular.location.health.MortalServer;
import org.lenticular.location.health.SetClock;
import org.lenticular.location.health.Watches;
import org.lenticular.protocol.Served;

/** Places are watched as the configuration says: once for all collections that use one as it is, and apart where a collection has another of that name. */
class WatchedCollectionsTest {
    private static final Product PRODUCT = new Product("a.fits", "#this", null, null, null, null, null, Map.of());

    private static final String CONFIG = """
            watch: { failures: 1 }
            sources:
              main: { kind: http, base: "MAIN", watch: { path: known.fits } }
              mirror: { kind: http, base: "https://mirror.example/" }
            collections:
              one: { table: t.csv }
              two: { table: t.csv }
              far: { table: t.csv, sources: { main: { base: "FAR" }, mirror: {} } }
            """;

    private static Choice choice(Map<String, Served> collections, String collection) {
        return Objects.requireNonNull(collections.get(collection))
                .copies()
                .choose(PRODUCT, WantedSources.ANY, "https://here.example");
    }

    @Test
    void eachAddressIsWatchedOnce(@TempDir Path folder) throws Exception {
        SetClock clock = new SetClock();
        try (MortalServer main = new MortalServer();
                MortalServer far = new MortalServer()) {
            Files.writeString(folder.resolve("t.csv"), "s_ra,s_dec\n1,2\n");
            Config config = Lenticular.read(Files.writeString(
                    folder.resolve("l.yaml"),
                    CONFIG.replace("MAIN", main.base()).replace("FAR", far.base())));
            try (Watches watches = new Watches(config.watch(), clock)) {
                Map<String, Served> collections = ServedCollections.watched(config, Kinds.found(), watches);
                watches.askAll();
                assertThat(List.of(main.asked(), far.asked())).containsExactly(1, 1);
                main.kill();
                watches.askAll();
                assertThat(choice(collections, "one").source()).isEqualTo("mirror");
                assertThat(choice(collections, "two").note()).isEqualTo("main does not answer; this one is at mirror");
                assertThat(choice(collections, "far").source()).isEqualTo("main");
                far.kill();
                clock.pass(Duration.ofSeconds(1));
                watches.askAll();
                assertThat(watches.down())
                        .containsExactly(
                                "main does not answer since 2026-11-24T10:00:00Z",
                                "main of far does not answer since 2026-11-24T10:00:01Z");
            }
        }
    }
}
