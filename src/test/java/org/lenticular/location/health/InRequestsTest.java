package org.lenticular.location.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.fault.Fault;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.Probe;
import org.lenticular.location.WantedSources;

/** Places that are asked for the copies of an answer while it is made. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InRequestsTest {
    private static final String BASE = "https://us.example.org";
    private static final WatchRules PATIENT = new WatchRules(
            3, Duration.ofSeconds(120), Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofSeconds(300));
    private static final WatchRules HASTY = new WatchRules(
            3, Duration.ofSeconds(120), Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofSeconds(300));

    private final MortalServer main = new MortalServer();
    private final MortalServer mirror = new MortalServer();
    private final SetClock clock = new SetClock();
    private final CountDownLatch end = new CountDownLatch(1);
    private Watches watches = new Watches(PATIENT, clock);

    private Place watched(String name, LocationResolver resolver) {
        Place place = new Place(new Source(name, name, List.of(), false), Optional.of(resolver), true);
        return watches.watched(name, place, new PlaceWatch(Optional.empty(), Duration.ofSeconds(30), true));
    }

    private CopyChooser copies() {
        return copies(main.resolver());
    }

    private CopyChooser copies(LocationResolver first) {
        return new CopyChooser("stars", List.of(watched("main", first), watched("mirror", mirror.resolver())));
    }

    /** The server, but for what it says of copies. */
    private LocationResolver saying(Function<Location, Probe> probe) {
        return new ResolverDecorator(main.resolver()) {
            @Override
            public Probe probe(Location location) {
                return probe.apply(location);
            }
        };
    }

    private Probe hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Probe.unknown("it hung");
    }

    @AfterEach
    void end() {
        end.countDown();
        watches.close();
        main.close();
        mirror.close();
    }

    private static Product product(String path) {
        return new Product(path, "#this", null, null, null, null, null, Map.of());
    }

    private static Choice choose(CopyChooser copies, String path) {
        return copies.choose(product(path), WantedSources.ANY, BASE);
    }

    private static void toldFrom(Choice choice, String source, String note) {
        assertThat(choice.source()).isEqualTo(source);
        assertThat(choice.note()).isEqualTo(note);
    }

    @Test
    void aCopyThatIsThereIsHandedOut() {
        assertThat(choose(copies().forAnswer(), "a.fits").source()).isEqualTo("main");
        assertThat(main.asked()).isEqualTo(1);
        assertThat(mirror.asked()).as("nobody needs it").isZero();
    }

    @Test
    void onlyAnAnswerAsks() {
        assertThat(choose(copies(), "a.fits").source()).isEqualTo("main");
        assertThat(main.asked()).isZero();
    }

    @Test
    void theNextAnswerAsksNothing() {
        CopyChooser copies = copies();
        choose(copies.forAnswer(), "a.fits");
        choose(copies.forAnswer(), "a.fits");
        clock.pass(Duration.ofSeconds(299));
        choose(copies.forAnswer(), "a.fits");
        assertThat(main.asked()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        choose(copies.forAnswer(), "a.fits");
        assertThat(main.asked()).isEqualTo(2);
    }

    @Test
    void aCopyThatIsLostIsTold() {
        main.lose("a.fits");
        CopyChooser copies = copies();
        toldFrom(choose(copies.forAnswer(), "a.fits"), "mirror", "main has lost its copy; this one is at mirror");
        assertThat(choose(copies.forAnswer(), "b.fits").source())
                .as("the place is up")
                .isEqualTo("main");
    }

    @Test
    void whereAllCopiesAreLostThereIsNone() {
        main.lose("a.fits");
        mirror.lose("a.fits");
        Fault fault =
                Objects.requireNonNull(choose(copies().forAnswer(), "a.fits").fault());
        assertThat(fault.text()).isEqualTo("NotFoundFault: main has lost its copy");
    }

    @Test
    void whereOneIsLostAndTheOtherPlaceIsDownItIsWorthATryLater() {
        main.lose("a.fits");
        mirror.kill();
        Fault fault =
                Objects.requireNonNull(choose(copies().forAnswer(), "a.fits").fault());
        assertThat(fault.text()).isEqualTo("TransientFault: mirror does not answer; try again in some minutes");
    }

    @Test
    void eachOfAllCopiesIsAskedFor() {
        main.lose("a.fits");
        List<Choice> all = copies().forAnswer().each(product("a.fits"), BASE);
        assertThat(all).extracting(Choice::source).containsExactly("main", "mirror");
        assertThat(all.get(0).text()).isNull();
        assertThat(Objects.requireNonNull(all.get(0).fault()).text())
                .isEqualTo("NotFoundFault: main has lost its copy");
        assertThat(all.get(1).text()).isEqualTo(mirror.base() + "a.fits");
    }

    @Test
    void threeFailuresTakeThePlaceDownForEverybody() {
        CopyChooser copies = copies();
        main.kill();
        for (String path : List.of("a", "b", "c")) {
            toldFrom(choose(copies.forAnswer(), path), "mirror", "main does not answer; this one is at mirror");
        }
        toldFrom(choose(copies, "never asked for"), "mirror", "main does not answer; this one is at mirror");
        assertThat(watches.down()).containsExactly("main does not answer since 2026-11-24T10:00:00Z");
    }

    @Test
    void afterThePauseTheFirstRequestBringsItBackAndDoesNotWaitForIt() {
        CopyChooser copies = copies();
        main.kill();
        List.of("a", "b", "c").forEach(path -> choose(copies.forAnswer(), path));
        main.start();
        choose(copies.forAnswer(), "a");
        assertThat(main.asked()).as("in the pause").isZero();
        clock.pass(Duration.ofSeconds(31));
        toldFrom(choose(copies.forAnswer(), "a"), "mirror", "main does not answer; this one is at mirror");
        while (!watches.down().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(choose(copies.forAnswer(), "a").source()).isEqualTo("main");
        assertThat(main.asked()).isEqualTo(1);
    }

    @Test
    void aPlaceThatHangsIsNotWaitedForBeyondTheAnswersTime() {
        watches = new Watches(HASTY, clock);
        CopyChooser answer = copies(saying(location -> hang())).forAnswer();
        assertThat(choose(answer, "a.fits").source()).as("as if not asked").isEqualTo("main");
        assertThat(choose(answer, "b.fits").source()).isEqualTo("main");
    }

    @Test
    void aPlaceThatHangsKeepsNobodyWaitingWhoNeedsAnother() {
        CopyChooser answer = copies(saying(location -> hang())).forAnswer();
        answer.expect(product("a.fits"), WantedSources.ANY);
        WantedSources wanted = answer.wanted(List.of("mirror"));
        assertThat(answer.choose(product("a.fits"), wanted, BASE).source()).isEqualTo("mirror");
        assertThat(mirror.asked()).isEqualTo(1);
    }

    @Test
    void whatIsExpectedIsAskedForAtOnce() {
        CyclicBarrier four = new CyclicBarrier(4);
        CopyChooser answer = copies(saying(location -> {
                    try {
                        four.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        return Probe.unknown("too few at a time");
                    }
                    return Probe.there(null, null, null);
                }))
                .forAnswer();
        IntStream.range(0, 4).forEach(i -> answer.expect(product("p" + i), WantedSources.ANY));
        IntStream.range(0, 4)
                .forEach(i -> assertThat(choose(answer, "p" + i).source()).isEqualTo("main"));
        assertThat(mirror.asked()).isZero();
    }

    @Test
    void whereTooManyAreAskedForTheRestIsHandedOutUnasked() {
        watches = new Watches(HASTY, clock);
        CopyChooser answer = copies(saying(location -> hang())).forAnswer();
        IntStream.range(0, 1000).forEach(i -> answer.expect(product("p" + i), WantedSources.ANY));
        assertThat(choose(answer, "p999").source()).isEqualTo("main");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("lenticular-ask-main-"))
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aServiceThatAsksNobodyHasNothingOfItsOwnForAnAnswer() {
        Place place = new Place(new Source("main", "Main", List.of(), false), Optional.of(main.resolver()), true);
        assertThat(watches.watched("main", place, PlaceWatch.NONE)).isSameAs(place);
        CopyChooser copies = new CopyChooser("stars", List.of(place));
        assertThat(copies.forAnswer()).isSameAs(copies);
    }
}
