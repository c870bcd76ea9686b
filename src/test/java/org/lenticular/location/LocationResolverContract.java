package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Location;

/** What every kind of place must keep. */
public abstract class LocationResolverContract {
    protected abstract LocationResolver.Kind kind();

    /** Settings of a place that anybody can fetch from by https. */
    protected abstract Map<String, String> open();

    /** The path at the place, as a web server there would see it, of what a web address of the place's leads to. */
    protected abstract String pathOf(URI web);

    /**
     * The path at the place of what a location of its own leads to, by the way that a client takes: through its web address, where the kind has one.
     */
    protected String pathBehind(Location own) {
        Location web = new Location(place().web(own).orElseThrow().text());
        assertThat(web.isWeb()).isTrue();
        assertThat(web.text()).matches("[!-~]+");
        assertThat(kind().schemes()).contains(web.scheme());
        return pathOf(URI.create(web.text()));
    }

    protected LocationResolver place() {
        return place(Map.of());
    }

    /** A place like {@link #open()}, some of its settings others; an empty one is left out. */
    protected LocationResolver place(Map<String, String> others) {
        try {
            return kind().open(settings(others));
        } catch (SettingProblem e) {
            throw new AssertionError(e.key() + " " + e.getMessage(), e);
        }
    }

    protected SettingProblem problem(String key, String value) {
        SettingProblem problem =
                catchThrowableOfType(SettingProblem.class, () -> kind().open(settings(Map.of(key, value))));
        assertThat(problem).as("%s: %s is a problem", key, value).isNotNull();
        assertThat(problem.key()).isEqualTo(key);
        return problem;
    }

    private Map<String, String> settings(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(open());
        settings.putAll(others);
        settings.values().removeIf(String::isEmpty);
        return settings;
    }

    @Test
    void itKnowsTheSchemeOfItsOwnLocations() {
        assertThat(kind().schemes()).contains(place().locate("a.fits").scheme());
    }

    @Test
    void itsPathsAreAmongItsSettings() {
        assertThat(kind().settings().keySet()).containsAll(kind().paths());
    }

    @Test
    void itsSettingsAreExplainedAndCoverWhatItNeeds() {
        assertThat(kind().name()).matches("[a-z0-9]+");
        assertThat(kind().settings().keySet()).containsAll(open().keySet());
        assertThat(kind().settings().values()).allMatch(sentence -> sentence.length() > 10);
    }

    @Test
    void aPlaceOfWhichNothingIsSaidIsAProblemOfOneOfItsSettings() {
        SettingProblem problem = catchThrowableOfType(SettingProblem.class, () -> kind().open(Map.of()));
        assertThat(problem).isNotNull();
        assertThat(kind().settings()).containsKey(problem.key());
        assertThat(problem).hasMessageContaining("is missing").hasMessageContaining("such as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.fits",
                "byobsid/8/15158/primary/acisf15158N003_cntr_img2.fits.gz",
                "a b/c d.fits",
                "a+b.fits",
                "a#b?c&d=e.fits",
                "100%.fits",
                "a%20b.fits",
                "é/日本/𝔐.fits",
                "a//b.fits",
                "a;b:c@d!'(x)*.fits",
                "a\"<b>\\^`{|}.fits",
                "two\nlines.fits"
            })
    void anyPathHasALocationThatLeadsBackToIt(String path) {
        assertThat(pathBehind(place().locate(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.org/a%20b?c=d#e", "http://elsewhere.org/"})
    void aWholeWebAddressStaysWhatItIs(String address) {
        Location location = place().locate(address);
        assertThat(location.text()).isEqualTo(address);
        assertThat(place().web(location)).contains(Address.of(location));
        assertThat(place().cloudAccess(location)).isEmpty();
    }

    @Test
    void aWholeWebAddressCanBreakNoHeaderAndNoPage() {
        Location location = place().locate("https://elsewhere.org/a b\r\nSet-Cookie: \"é\" 100%");
        assertThat(location.text()).isEqualTo("https://elsewhere.org/a%20b%0D%0ASet-Cookie:%20%22%C3%A9%22%20100%25");
    }

    @Test
    void aWholeLocationOfAnotherKindIsHandedOnAsItIs() {
        Location location = place().locate("ftp://host/a b%20c");
        assertThat(location.text()).isEqualTo("ftp://host/a b%20c");
        assertThat(place().web(location)).isEmpty();
        assertThat(place().isOnTheWeb(location)).isFalse();
        assertThat(place().link(location)).isEqualTo(Address.of(location));
        assertThat(place().cloudAccess(location)).isEqualTo(Optional.empty());
    }
}
