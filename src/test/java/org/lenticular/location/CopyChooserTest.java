package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Held;
import org.lenticular.archive.PathPatterns;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/** The rules of {@code source}, by their numbers in the contract (design: "The contract: source"). */
class CopyChooserTest {
    private static final String BASE = "https://us.example.org/lenticular";

    private final CopyChooser copies =
            new CopyChooser("stars", List.of(Places.MAIN, Places.EAST, Places.ALSO_EAST, Places.NOWHERE));

    @Test
    void rule1WithoutASourceTheDefaultsCopyIsHandedOut() {
        assertThat(choose(copies, "a b.fits", Map.of()))
                .satisfies(chosen("https://main.example.org/FTP/a%20b.fits", "main-server", null, null));
    }

    @Test
    void rule1WhereTheDefaultHoldsNoneAnotherWebServersCopyIs() {
        CopyChooser mirrored = new CopyChooser("stars", List.of(Places.listed(Places.OPEN), Places.MAIN));
        assertThat(choose(mirrored, "a.fits", Map.of()))
                .satisfies(chosen(
                        "https://main.example.org/FTP/a.fits",
                        "main-server",
                        "no copy at aws:open; this one is at main-server",
                        null));
    }

    @Test
    void rule1ACopyInABucketIsHandedOutAsItsLastingAddress() {
        CopyChooser bucket = new CopyChooser("stars", List.of(Places.MAIN, Places.OPEN));
        assertThat(choose(bucket, "8/a b+c.fits", Map.of("main-server", Held.NOT)))
                .satisfies(chosen(
                        BASE + "/data/stars/8/a%20b%2Bc.fits?source=aws:open",
                        "aws:open",
                        "no copy at main-server; this one is at aws:open",
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a//b.fits | ?path=a//b.fits&source=aws:open",
                "/a.fits | ?path=/a.fits&source=aws:open",
                "../a.fits | ?path=../a.fits&source=aws:open",
                "a/./b&c | ?path=a/./b%26c&source=aws:open",
                "a;b.fits | ?path=a%3Bb.fits&source=aws:open",
                "a\\b.fits | ?path=a%5Cb.fits&source=aws:open",
                "..a/b..fits | /..a/b..fits?source=aws:open",
                "a%b.fits | ?path=a%25b.fits&source=aws:open",
                "a#b?c.fits | /a%23b%3Fc.fits?source=aws:open"
            })
    void rule1APathThatContainersChangeOrRefuseGoesIntoTheQuery(String path, String address) {
        CopyChooser bucket = new CopyChooser("stars", List.of(Places.OPEN));
        assertThat(choose(bucket, path, Map.of()).text()).isEqualTo(BASE + "/data/stars" + address);
    }

    @Test
    void rule1WithoutAnyCopyItIsNotFound() {
        Choice choice = choose(copies, "a.fits", nowhere());
        assertThat(choice.text()).isNull();
        assertThat(choice.source()).isNull();
        assertThat(fault(choice).word()).isEqualTo(Fault.Word.NOT_FOUND);
        assertThat(fault(choice).message()).isEqualTo("no source holds a copy of a.fits");
    }

    @Test
    void rule1ACopyThatNoWebAddressLeadsToIsAFaultThatNamesItsSource() {
        CopyChooser closed = new CopyChooser("stars", List.of(Places.EAST, Places.NOWHERE));
        Choice choice = choose(closed, "a.fits", Map.of());
        assertThat(choice.text()).isNull();
        assertThat(fault(choice).word()).isEqualTo(Fault.Word.FATAL);
        assertThat(fault(choice).message()).endsWith("ask for one of these sources: aws:us-east1");
    }

    @Test
    void rule1ADefaultWhoseCopyNoWebAddressLeadsToIsNotSaidToHoldNone() {
        CopyChooser closed = new CopyChooser("stars", List.of(Places.EAST, Places.MAIN));
        assertThat(choose(closed, "a.fits", Map.of()).note())
                .isEqualTo("no https for the copy at aws:us-east1; this one is at main-server");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:us-east1, aws:us-east1",
        "AWS:US-EAST1, aws:us-east1",
        "aws:us-east-1, aws:us-east1",
        "Aws:Us-East-1, aws:us-east1",
        "' main-server ', main-server"
    })
    void rule2ASourceIsFoundExactlyOrWithoutCaseOrByAnAlias(String sent, String name) {
        assertThat(copies.wanted(List.of(sent)).places())
                .extracting(place -> place.source().name())
                .containsExactly(name);
    }

    @Test
    void rule2AnExactNameGoesBeforeOneInAnotherCaseAndThatBeforeAnAlias() {
        Place upper = named("S", "x");
        Place lower = named("s", "y");
        Place alias = named("t", "X", "s");
        CopyChooser three = new CopyChooser("stars", List.of(alias, upper, lower));
        assertThat(three.wanted(List.of("s")).places()).containsExactly(lower);
        assertThat(three.wanted(List.of("S")).places()).containsExactly(upper);
        assertThat(three.wanted(List.of("x")).places()).containsExactly(alias);
    }

    @Test
    void rule3SeveralValuesAreOneListInOrder() {
        assertThat(copies.wanted(List.of("gc, aws:us-east1", "", ",main-server,", "GC"))
                        .places())
                .containsExactly(Places.NOWHERE, Places.EAST, Places.MAIN);
        assertThat(choose(copies, "a.fits", Map.of(), "gc,aws:us-east1,main-server"))
                .satisfies(chosen(
                        "s3://example/FTP/a.fits", "aws:us-east1", "no copy at gc; this one is at aws:us-east1", null));
        assertThat(copies.wanted(List.of("", " , ")).places())
                .as("blank is not sent")
                .isEmpty();
    }

    @Test
    void rule4ASourceThatCannotServeNowIsPassedOverAndTheRowSaysSo() {
        Place down = down(Places.EAST);
        CopyChooser some = new CopyChooser("stars", List.of(Places.MAIN, down, Places.NOWHERE));
        assertThat(choose(some, "a.fits", Map.of(), "gc,aws:us-east1"))
                .satisfies(chosen(
                        "https://main.example.org/FTP/a.fits",
                        "main-server",
                        "no copy at gc; aws:us-east1 does not answer; this one is at main-server",
                        null));
    }

    @Test
    void rule1WhereNoCopyCanBeHadNowTheRowAsksToTryAgain() {
        CopyChooser none = new CopyChooser("stars", List.of(down(Places.MAIN), down(Places.OPEN)));
        Choice choice = choose(none, "a.fits", Map.of());
        assertThat(choice.address()).isNull();
        assertThat(fault(choice).text()).startsWith("TransientFault: main-server does not answer");
    }

    @Test
    void rule6AllGivesOneChoiceForEachCopyInTheSourcesOrder() {
        CopyChooser some =
                new CopyChooser("stars", List.of(Places.MAIN, Places.NOWHERE, Places.EAST, down(Places.OPEN)));
        assertThat(some.wanted(List.of("ALL")).every()).isTrue();
        List<Choice> each = some.each(Product.at("a.fits", Map.of()), BASE);
        assertThat(each).extracting(Choice::source).containsExactly("main-server", "aws:us-east1", "aws:open");
        assertThat(each)
                .extracting(Choice::text)
                .containsExactly("https://main.example.org/FTP/a.fits", "s3://example/FTP/a.fits", null);
        assertThat(fault(each.get(2)).text()).startsWith("TransientFault: aws:open does not answer");
        assertThat(each).allMatch(choice -> choice.note() == null);
    }

    @Test
    void rule6WhereThereIsNoCopyAllIsOneReason() {
        List<Choice> each = copies.each(Product.at("a.fits", nowhere()), BASE);
        assertThat(each).hasSize(1);
        assertThat(fault(each.get(0)).text()).startsWith("NotFoundFault");
    }

    @Test
    void rule6AllTogetherWithNamesIsAMistake() {
        assertThatThrownBy(() -> copies.wanted(List.of("all,gc")))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().text())
                                .startsWith("UsageFault: source: 'all,gc' asks for every copy and for some"));
    }

    @Test
    void aSourceOfAnotherCollectionHoldsNothingHere() {
        CopyChooser main = new CopyChooser("stars", List.of(Places.MAIN), List.of(Places.EAST.source()));
        WantedSources wanted = main.wanted(List.of("aws:us-east1"));
        assertThat(main.choose(Product.at("a.fits", Map.of()), wanted, BASE).note())
                .isEqualTo("no copy at aws:us-east1; this one is at main-server");
    }

    @Test
    void rule4WhatASourceDoesNotHoldComesFromTheDefaultAndTheRowSaysSo() {
        assertThat(choose(copies, "a.fits", Map.of(), "gc"))
                .satisfies(chosen(
                        "https://main.example.org/FTP/a.fits",
                        "main-server",
                        "no copy at gc; this one is at main-server",
                        null));
        assertThat(choose(copies, "a.fits", Map.of("aws:us-east1", Held.NOT), "aws:us-east1")
                        .source())
                .isEqualTo("main-server");
    }

    @Test
    void rule4ASourceMayHoldThosePathsOnlyThatFitAPattern() throws ParseException {
        Place some = new Place(Places.EAST.source(), Places.EAST.resolver(), PathPatterns.parse("8/**"));
        CopyChooser partly = new CopyChooser("stars", List.of(Places.MAIN, some));
        assertThat(choose(partly, "8/a.fits", Map.of(), "aws:us-east1").text()).isEqualTo("s3://example/FTP/8/a.fits");
        assertThat(partly.cloudAccess(Product.at("8/a.fits", Map.of()))).contains("FTP/8/a.fits");
        assertThat(choose(partly, "9/a.fits", Map.of(), "aws:us-east1"))
                .satisfies(chosen(
                        "https://main.example.org/FTP/9/a.fits",
                        "main-server",
                        "no copy at aws:us-east1; this one is at main-server",
                        null));
        assertThat(partly.cloudAccess(Product.at("9/a.fits", Map.of()))).isNull();
        assertThat(choose(partly, "8/b.fits", Map.of("aws:us-east1", Held.NOT), "aws:us-east1")
                        .source())
                .as("what is known of one product goes before the rule")
                .isEqualTo("main-server");
    }

    @Test
    void aCopyMayBeCalledOtherwiseAtASourceOrLieElsewhere() {
        CopyChooser listed = new CopyChooser("stars", List.of(Places.MAIN, Places.listed(Places.EAST)));
        assertThat(choose(listed, "a.fits", Map.of("aws:us-east1", Held.at("b%20c.fits")), "aws:us-east1")
                        .text())
                .isEqualTo("s3://example/FTP/b%20c.fits");
        assertThat(choose(listed, "a.fits", Map.of("aws:us-east1", Held.at("s3://other/d e")), "aws:us-east1")
                        .text())
                .isEqualTo("s3://other/d e");
        assertThat(choose(listed, "a.fits", Map.of("aws:us-east1", new Held(true, null, null, null)), "aws:us-east1")
                        .text())
                .isEqualTo("s3://example/FTP/a.fits");
        assertThat(choose(listed, "a.fits", Map.of(), "aws:us-east1").source()).isEqualTo("main-server");
    }

    @Test
    void rule5AValueThatNamesNothingIsAMistakeThatListsWhatWouldDo() {
        assertThatThrownBy(() -> copies.wanted(List.of("main-server", "aws:mars")))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault().status()).isEqualTo(400);
                    assertThat(e.fault().text())
                            .isEqualTo("UsageFault: source: 'aws:mars' is no source of stars; use one of:"
                                    + " main-server, aws:us-east1 (or aws:us-east-1), aws:us-east2, gc, or all");
                });
    }

    @Test
    void aBrowserIsLedToAWebAddressOfItsOwn() {
        CopyChooser both = new CopyChooser("stars", List.of(Places.MAIN, Places.OPEN, Places.EAST));
        Product product = Product.at("a b.fits", Map.of());
        assertThat(both.chooseWeb(product, both.wanted(List.of("aws:open"))).text())
                .isEqualTo("https://s3.eu-west-1.amazonaws.com/open.example/a%20b.fits");
        assertThat(both.chooseWeb(product, both.wanted(List.of("aws:us-east1"))))
                .satisfies(chosen(
                        "https://main.example.org/FTP/a%20b.fits",
                        "main-server", "no https for the copy at aws:us-east1; this one is at main-server", null));
    }

    private static Choice choose(CopyChooser copies, String path, Map<String, Held> held, String... sources) {
        return copies.choose(Product.at(path, held), copies.wanted(List.of(sources)), BASE);
    }

    private static Consumer<Choice> chosen(
            @Nullable String address, @Nullable String source, @Nullable String note, @Nullable Fault fault) {
        return choice -> {
            assertThat(choice.text()).isEqualTo(address);
            assertThat(choice.source()).isEqualTo(source);
            assertThat(choice.note()).isEqualTo(note);
            assertThat(choice.fault()).isEqualTo(fault);
        };
    }

    private static Place down(Place place) {
        return new Place(place.source(), place.resolver(), place.rule(), copy -> "does not answer");
    }

    private static Map<String, Held> nowhere() {
        return Map.of("main-server", Held.NOT, "aws:us-east1", Held.NOT, "aws:us-east2", Held.NOT);
    }

    private static Fault fault(Choice choice) {
        return Objects.requireNonNull(choice.fault());
    }

    private static Place named(String name, String... aliases) {
        return new Place(new Source(name, name, List.of(aliases), false), Places.MAIN.resolver(), true);
    }
}
