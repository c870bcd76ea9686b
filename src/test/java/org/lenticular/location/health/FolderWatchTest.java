package org.lenticular.location.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Place;
import org.lenticular.location.Places;
import org.lenticular.location.SettingProblem;
import org.lenticular.location.WantedSources;
import org.lenticular.location.file.FilePlace;

/** A folder is watched without being asked to: where its disk is not mounted, links lead to other copies, and back when it is. */
class FolderWatchTest {
    private static final Product PRODUCT = Product.at("a.fits", Map.of());

    private final SetClock clock = new SetClock();

    @Test
    void aFolderThatIsNotThereIsDownUntilItIs(@TempDir Path home) throws IOException, SettingProblem {
        Path folder = home.resolve("fits");
        try (Watches watches = new Watches(WatchRules.DEFAULT, clock)) {
            CopyChooser copies = new CopyChooser("stars", List.of(watched(folder, watches), Places.OPEN));
            rounds(watches);
            assertThat(watches.down()).singleElement().asString().startsWith("disk does not answer since ");
            Choice away = copies.choose(PRODUCT, WantedSources.ANY, "https://us.example.org");
            assertThat(away.note()).isEqualTo("disk does not answer; this one is at aws:open");

            Files.createDirectory(folder);
            rounds(watches);
            assertThat(watches.down()).isEmpty();
            Choice back = copies.choose(PRODUCT, WantedSources.ANY, "https://us.example.org");
            assertThat(back.text()).isEqualTo("https://us.example.org/data/stars/a.fits?source=disk");
        }
    }

    private static Place watched(Path folder, Watches watches) throws SettingProblem {
        Place place = new Place(
                new Source("disk", "Disk", List.of(), false),
                Optional.of(new FilePlace.Kind().open(Map.of("folder", folder.toString()))),
                true);
        return watches.watched("disk", place, PlaceWatch.NONE);
    }

    private void rounds(Watches watches) {
        for (int i = 0; i < WatchRules.DEFAULT.failures(); i++) {
            clock.pass(Duration.ofSeconds(30));
            watches.askAll();
        }
    }
}
