package org.lenticular.location.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Place;
import org.lenticular.location.Places;
import org.lenticular.location.Probe;
import org.lenticular.location.WantedSources;

/** A place that is asked for one product in the background: three failures in a row within two minutes, and it is left alone for 20 seconds at least. */
class BackgroundTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Product PRODUCT = new Product("a.fits", "#this", null, null, null, null, null, Map.of());

    private final MortalServer server = new MortalServer();
    private final SetClock clock = new SetClock();
    private final Watches watches = new Watches(WatchRules.DEFAULT, clock);
    private final CopyChooser copies = new CopyChooser("stars", List.of(watched(server), Places.OPEN));

    private Place watched(MortalServer at) {
        Place place = new Place(new Source("main", "Main", List.of(), false), Optional.of(at.resolver()), true);
        return watches.watched("main", place, new PlaceWatch(Optional.of("known.fits"), SOON, false));
    }

    @AfterEach
    void end() {
        watches.close();
        server.close();
    }

    private Choice choice() {
        return copies.choose(PRODUCT, WantedSources.ANY, "https://us.example.org");
    }

    private void rounds(int times) {
        for (int i = 0; i < times; i++) {
            clock.pass(SOON);
            watches.askAll();
        }
    }

    private void isUp() {
        assertThat(choice().source()).isEqualTo("main");
        assertThat(choice().note()).isNull();
        assertThat(watches.down()).isEmpty();
    }

    private void isDown() {
        assertThat(choice().source()).isEqualTo("aws:open");
        assertThat(choice().note()).isEqualTo("main does not answer; this one is at aws:open");
        assertThat(watches.down()).hasSize(1);
    }

    @Test
    void oneThatAnswersIsUp() {
        rounds(5);
        isUp();
        assertThat(server.asked()).isEqualTo(5);
    }

    @Test
    void theThirdFailureInARowTakesItDown() {
        server.kill();
        rounds(2);
        isUp();
        rounds(1);
        isDown();
        assertThat(watches.down()).containsExactly("main does not answer since 2026-11-24T10:01:30Z");
    }

    @Test
    void itComesBackByItself() {
        server.kill();
        rounds(3);
        server.start();
        rounds(1);
        isUp();
    }

    @Test
    void onceItIsBackItTakesThreeFailuresAgain() {
        server.kill();
        rounds(3);
        server.start();
        rounds(1);
        server.kill();
        rounds(2);
        isUp();
        rounds(1);
        isDown();
    }

    @Test
    void anAnswerBetweenFailuresMakesThemCountNoMore() {
        server.kill();
        rounds(2);
        server.start();
        rounds(1);
        server.kill();
        rounds(2);
        isUp();
    }

    @Test
    void failuresThatAreFarApartDoNotAddUp() {
        server.kill();
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(90));
            watches.askAll();
        }
        isUp();
    }

    @Test
    void oneThatIsDownIsLeftAloneForThePause() {
        server.kill();
        rounds(3);
        server.start();
        clock.pass(Duration.ofSeconds(20));
        watches.askAll();
        assertThat(server.asked()).isZero();
        isDown();
    }

    @Test
    void oneThatFailsAgainStaysDownSinceTheFirstTime() {
        server.kill();
        rounds(10);
        isDown();
        assertThat(watches.down()).containsExactly("main does not answer since 2026-11-24T10:01:30Z");
        server.start();
        rounds(1);
        isUp();
    }

    @Test
    void thatItHasNoSuchProductIsAnAnswer() {
        server.lose("known.fits");
        rounds(5);
        isUp();
        assertThat(server.asked()).isEqualTo(5);
    }

    @Test
    void aResolverThatThrowsHasFailed() {
        Place place = new Place(
                new Source("odd", "Odd", List.of(), false),
                Optional.of(new ResolverDecorator(server.resolver()) {
                    @Override
                    public Probe probe(Location location) {
                        throw new IllegalStateException("secret");
                    }
                }),
                true);
        watches.watched("odd", place, new PlaceWatch(Optional.of("known.fits"), SOON, false));
        rounds(3);
        assertThat(watches.down()).containsExactly("odd does not answer since 2026-11-24T10:01:30Z");
    }

    @Test
    void placesOfOneNameAreAskedOnce() {
        watched(server);
        rounds(1);
        assertThat(server.asked()).isEqualTo(1);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void onceStartedItIsAskedWithoutAnybody() {
        watches.start();
        while (server.asked() == 0) {
            Thread.onSpinWait();
        }
        watches.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.equals("lenticular-watch") || name.startsWith("lenticular-ask-"));
    }
}
