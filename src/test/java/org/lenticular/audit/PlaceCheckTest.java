package org.lenticular.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.location.Listed;
import org.lenticular.location.Place;
import org.lenticular.location.Probe;

/** A place is asked for one object, and what it says is told in its own words. */
class PlaceCheckTest {
    private final SqliteStore store;
    private final TestPlace place = new TestPlace("main");

    PlaceCheckTest(@TempDir Path folder) {
        store = new SqliteStore(folder, Duration.ofMinutes(1), 4);
    }

    private void load(String... paths) throws IOException {
        try (CatalogueWriter writer = store.write("stars")) {
            for (String path : paths) {
                writer.product("d " + path, Product.at(path, Map.of()));
            }
            writer.publish(List.of(), Set.of("main"), "");
        }
    }

    private PlaceCheck check(Place checked) {
        try (Catalogue catalogue = store.open()) {
            return PlaceCheck.of("stars", checked, catalogue);
        }
    }

    @Test
    void aPlaceThatHasTheObjectIsFine() throws IOException {
        load("a.fits", "b.fits");
        place.has("a.fits", 1234L);
        assertThat(check(place.place()))
                .isEqualTo(new PlaceCheck(
                        place.place(), Optional.of(new Location("test://main/a.fits")), true, "there, 1,234 bytes"));
        assertThat(place.asked()).isEqualTo(1);
    }

    @Test
    void aDirectoryIsListed() throws IOException {
        load("a/");
        place.lists("a/", new Listed("1.fits", 5L, null), new Listed("2.fits", 6L, null));
        assertThat(check(place.place()).text()).isEqualTo("there, 11 bytes");
    }

    @Test
    void oneHoleIsNoMistakeInTheConfiguration() throws IOException {
        load("a.fits", "b.fits");
        place.has("b.fits", null);
        assertThat(check(place.place()).fine()).isTrue();
        assertThat(check(place.place()).text()).contains("some before it are missing");
    }

    @Test
    void aPlaceThatHasNothingIsSuspected() throws IOException {
        load("a", "b", "c", "d", "e", "f", "g");
        PlaceCheck check = check(place.place());
        assertThat(check.fine()).isFalse();
        assertThat(check.text()).contains("none of the 5 that it was asked for (HTTP status 404)");
    }

    @Test
    void whatHindersIsToldAsThePlaceSaysIt() throws IOException {
        load("a.fits");
        place.says("a.fits", Probe.unknown("the bucket is in us-west-2; write region: us-west-2"));
        assertThat(check(place.place()).text()).isEqualTo("the bucket is in us-west-2; write region: us-west-2");
        assertThat(check(place.place()).fine()).isFalse();
    }

    @Test
    void beforeTheFirstLoadAnObjectThatNobodyHasWillDo() {
        assertThat(check(place.place()).text())
                .isEqualTo("answers; not asked for a real object, since stars is not loaded");
        place.always(Probe.unknown("no such host"));
        assertThat(check(place.place()).fine()).isFalse();
    }

    @Test
    void aPlaceThatIsWatchedIsAskedForTheProductByWhichItIsAndForNothingElse() throws IOException {
        load("a.fits");
        place.has("known.fits", 5L);
        assertThat(PlaceCheck.byWatched(place.place(), "known.fits"))
                .isEqualTo(new PlaceCheck(
                        place.place(), Optional.of(new Location("test://main/known.fits")), true, "there, 5 bytes"));
        assertThat(place.asked()).isEqualTo(1);
        PlaceCheck other = PlaceCheck.byWatched(place.place(), "typo.fits");
        assertThat(other.fine()).isFalse();
        assertThat(other.text())
                .isEqualTo("answers, but has no such object, by which it is watched (HTTP status 404): is watch.path"
                        + " right?");
        place.always(Probe.unknown("no such host"));
        assertThat(PlaceCheck.byWatched(place.place(), "known.fits").text()).isEqualTo("no such host");
    }

    @Test
    void aNameWithoutAPlaceIsAskedNothing() {
        Place gc = new Place(new Source("gc", "GC", List.of(), true), Optional.empty(), false);
        assertThat(check(gc).fine()).isTrue();
        assertThat(check(gc).location()).isEmpty();
    }
}
