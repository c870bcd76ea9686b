package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.fault.Fault;
import org.lenticular.location.Explanation.Outcome;
import org.lenticular.location.file.FilePlace;

/** What is told of a choice is what was chosen, and each source that was passed over has its own reason. */
class ExplanationTest {
    private static final String BASE = "https://us.example.org/lenticular";

    private static Explanation explain(CopyChooser copies, Product product, String... sources) {
        return Explanation.of("stars", copies, product, copies.wanted(List.of(sources)), BASE);
    }

    @Test
    void theSourcesAreTriedInTheOrderAskedAndThenInTheCollections() {
        CopyChooser copies = new CopyChooser("stars", List.of(Places.MAIN, Places.EAST, Places.NOWHERE));
        Explanation explained = explain(copies, Product.at("a.fits", Map.of()), "gc", "aws:us-east-1");

        assertThat(explained.steps())
                .extracting(step -> step.place().source().name(), Explanation.Step::outcome, Explanation.Step::reason)
                .containsExactly(
                        tuple("gc", Outcome.PASSED_OVER, "no copy"),
                        tuple("aws:us-east1", Outcome.CHOSEN, ""),
                        tuple("main-server", Outcome.NOT_NEEDED, ""));
        assertThat(explained.steps()).extracting(Explanation.Step::wanted).containsExactly(true, true, false);
        assertThat(explained.choices().get(0).text()).isEqualTo("s3://example/FTP/a.fits");
        assertThat(explained.choices().get(0).note()).isEqualTo("no copy at gc; this one is at aws:us-east1");
        assertThat(explained.lasting().text()).isEqualTo("https://main.example.org/FTP/a.fits");
        assertThat(explained.cloudAccess()).contains("\"key\": \"FTP/a.fits\"");
    }

    @Test
    void whoAsksForNothingSeesWhyACopyWithoutHttpsIsPassedOver() {
        CopyChooser copies = new CopyChooser("stars", List.of(Places.EAST, Places.MAIN));
        Explanation explained = explain(copies, Product.at("a.fits", Map.of()));

        assertThat(explained.steps().get(0).outcome()).isEqualTo(Outcome.PASSED_OVER);
        assertThat(explained.steps().get(0).reason()).contains("can be fetched by https");
        assertThat(explained.steps().get(1).outcome()).isEqualTo(Outcome.CHOSEN);
        assertThat(explained.steps().get(1).wanted()).isFalse();
    }

    @Test
    void whereThereIsNoCopyAtAllEveryStepSaysSoAndTheFaultIsTheAnswers() {
        CopyChooser copies = new CopyChooser("stars", List.of(Places.MAIN, Places.NOWHERE));
        Explanation explained = explain(copies, Product.at("a.fits", Map.of("main-server", Held.NOT)), "gc");

        assertThat(explained.steps())
                .allSatisfy(step -> assertThat(step.outcome()).isEqualTo(Outcome.PASSED_OVER))
                .extracting(Explanation.Step::held)
                .containsExactly(null, Held.NOT);
        assertThat(explained.choices().get(0).fault()).extracting(Fault::word).isEqualTo(Fault.Word.NOT_FOUND);
    }

    @Test
    void whoAsksForEveryCopyGetsEachAndTheStepsSayWhoHasNone() {
        CopyChooser copies = new CopyChooser("stars", List.of(Places.MAIN, Places.NOWHERE, Places.EAST));
        Explanation explained = explain(copies, Product.at("a.fits", Map.of()), "all");

        assertThat(explained.choices()).extracting(Choice::source).containsExactly("main-server", "aws:us-east1");
        assertThat(explained.steps())
                .extracting(Explanation.Step::outcome)
                .containsExactly(Outcome.CHOSEN, Outcome.PASSED_OVER, Outcome.CHOSEN);
    }

    @Test
    void aPlaceThatDoesNotAnswerIsPassedOverForThat() {
        Place down =
                new Place(Places.EAST.source(), Places.EAST.resolver(), Places.EAST.rule(), copy -> "does not answer");
        CopyChooser copies = new CopyChooser("stars", List.of(Places.MAIN, down));
        Explanation explained = explain(copies, Product.at("a.fits", Map.of()), "aws:us-east1");

        assertThat(explained.steps().get(0).reason()).contains("aws:us-east1 does not answer");
        assertThat(explained.choices().get(0).note()).contains("aws:us-east1 does not answer");
    }

    @Test
    void aFileOfThisMachineIsHandedOutByItsLastingAddress(@TempDir Path folder) throws SettingProblem {
        Place disk = new Place(
                new Source("disk", "Disk", List.of(), false),
                Optional.of(new FilePlace.Kind().open(Map.of("folder", folder.toString()))),
                true);
        Explanation explained =
                explain(new CopyChooser("stars", List.of(Places.MAIN, disk)), Product.at("a.fits", Map.of()), "disk");

        assertThat(explained.steps())
                .extracting(step -> step.link().orElseThrow().text())
                .containsExactly(BASE + "/data/stars/a.fits?source=disk", "https://main.example.org/FTP/a.fits");
    }

    @Test
    void aFileOutsideOfTheFolderIsNoCopyWhateverTheCatalogueSays(@TempDir Path folder) throws SettingProblem {
        Place disk = new Place(
                new Source("disk", "Disk", List.of(), false),
                Optional.of(new FilePlace.Kind().open(Map.of("folder", folder.toString()))),
                true);
        CopyChooser copies = new CopyChooser("stars", List.of(disk, Places.MAIN));
        for (Product outside : List.of(
                Product.at("../secret.txt", Map.of()),
                Product.at("a.fits", Map.of("disk", Held.at("file:///etc/passwd"))),
                Product.at("a.fits", Map.of("disk", Held.at("sub/../../secret.txt"))))) {
            Explanation explained = explain(copies, outside, "disk");
            assertThat(explained.steps().get(0).outcome()).isEqualTo(Outcome.PASSED_OVER);
            assertThat(explained.steps().get(0).refusal()).isPresent();
            assertThat(explained.choices().get(0).source()).isEqualTo("main-server");
            assertThat(explained.choices().get(0).note()).isEqualTo("no copy at disk; this one is at main-server");
            assertThat(explained.lasting().source()).isEqualTo("main-server");
            assertThat(explain(new CopyChooser("stars", List.of(disk)), outside)
                            .choices()
                            .get(0)
                            .fault())
                    .extracting(Fault::word)
                    .isEqualTo(Fault.Word.NOT_FOUND);
        }
    }

    @Test
    void aSignatureIsInTheAddressAndNotInItsText() {
        LocationResolver signing = new LocationResolver() {
            @Override
            public Location locate(String at) {
                return new Location("s3://pail/" + at);
            }

            @Override
            public Optional<Address> web(Location location) {
                return Optional.of(new Address(
                        "https://pail.example.org/a.fits?X-Amz-Signature=5EC2E7", Optional.of(Duration.ofHours(1))));
            }

            @Override
            public Optional<CloudAccess> cloudAccess(Location location) {
                return Optional.empty();
            }
        };
        CopyChooser copies = new CopyChooser(
                "stars", List.of(new Place(new Source("pail", "Pail", List.of(), false), Optional.of(signing), true)));
        Explanation explained = explain(copies, Product.at("a.fits", Map.of()));

        assertThat(explained.lasting().text()).contains("5EC2E7");
        assertThat(explained.toString())
                .contains("https://pail.example.org/a.fits?…")
                .doesNotContain("5EC2E7");
    }
}
