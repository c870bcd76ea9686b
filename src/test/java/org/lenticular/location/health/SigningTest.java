package org.lenticular.location.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.location.Address;
import org.lenticular.location.CannotSign;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.Places;
import org.lenticular.location.WantedSources;

/** A place whose addresses must be signed, and that has lost what it signs with: each link goes to the next copy and says so, and the place goes down. */
class SigningTest {
    private static final Product PRODUCT = Product.at("a.fits", Map.of());
    private static final String BASE = "https://us.example.org";
    private static final String NOTE = "vault cannot sign addresses; this one is at aws:open";

    private final MortalServer server = new MortalServer();
    private final SetClock clock = new SetClock();
    private final Watches watches = new Watches(WatchRules.DEFAULT, clock);
    private final Place vault =
            new Place(new Source("vault", "Vault", List.of(), false), Optional.of(new Vault(server.resolver())), true);
    private boolean signs = true;
    private int asked;

    /** Signs while it can. */
    private final class Vault extends ResolverDecorator {
        Vault(LocationResolver inner) {
            super(inner);
        }

        private void sign() {
            asked++;
            if (!signs) {
                throw new CannotSign("the credentials have ended");
            }
        }

        @Override
        public Address link(Location location) {
            sign();
            return new Address(location.text() + "?sig=1", Optional.of(Duration.ofHours(1)));
        }

        @Override
        public Optional<Address> web(Location location) {
            return Optional.of(link(location));
        }
    }

    @AfterEach
    void end() {
        watches.close();
        server.close();
    }

    private CopyChooser watched() {
        PlaceWatch how = new PlaceWatch(Optional.of("known.fits"), Duration.ofSeconds(30), false);
        return new CopyChooser("stars", List.of(watches.watched("vault", vault, how), Places.OPEN));
    }

    private static Choice asked(CopyChooser copies) {
        return copies.choose(PRODUCT, copies.wanted(List.of("vault")), BASE);
    }

    @Test
    void theNextCopyIsHandedOutAtOnceAlsoWhereNobodyWatches() {
        CopyChooser copies = new CopyChooser("stars", List.of(vault, Places.OPEN));
        assertThat(asked(copies).source()).isEqualTo("vault");
        signs = false;
        assertThat(asked(copies).note()).isEqualTo(NOTE);
        assertThat(asked(copies).source()).isEqualTo("aws:open");
        assertThat(copies.chooseWeb(PRODUCT, WantedSources.ANY).note())
                .as("/data")
                .isEqualTo(NOTE);
        assertThat(copies.each(PRODUCT, BASE))
                .extracting(
                        Choice::source,
                        choice -> choice.fault() == null ? "" : choice.fault().text())
                .containsExactly(
                        tuple("vault", "TransientFault: vault cannot sign addresses; try again in some minutes"),
                        tuple("aws:open", ""));
    }

    @Test
    void whereThereIsNoOtherCopyItIsAFaultThatPasses() {
        signs = false;
        CopyChooser copies = new CopyChooser("stars", List.of(vault));
        assertThat(asked(copies).fault()).isNotNull().satisfies(fault -> {
            assertThat(fault.status()).isEqualTo(503);
            assertThat(fault.text())
                    .isEqualTo("TransientFault: vault cannot sign addresses; try again in some minutes");
        });
    }

    @Test
    void thePlaceGoesDownByItAndIsThenNotAskedForSignatures() {
        CopyChooser copies = watched();
        asked(copies);
        signs = false;
        for (int i = 0; i < 3; i++) {
            assertThat(asked(copies).note()).isEqualTo(NOTE);
        }
        assertThat(watches.down()).containsExactly("vault cannot sign addresses since 2026-11-24T10:00:00Z");
        int before = asked;
        assertThat(asked(copies).note()).as("as long as it is down").isEqualTo(NOTE);
        assertThat(copies.choose(PRODUCT, WantedSources.ANY, BASE).note()).isEqualTo(NOTE);
        assertThat(asked).isEqualTo(before);
    }

    @Test
    void itComesBackWhenItAnswersAgain() {
        CopyChooser copies = watched();
        signs = false;
        for (int i = 0; i < 3; i++) {
            asked(copies);
        }
        server.kill();
        clock.pass(Duration.ofSeconds(30));
        watches.askAll();
        assertThat(asked(copies).note()).as("why it went down").isEqualTo(NOTE);
        server.start();
        signs = true;
        clock.pass(Duration.ofSeconds(30));
        watches.askAll();
        assertThat(asked(copies).note()).isNull();
        assertThat(asked(copies).source()).isEqualTo("vault");
        assertThat(watches.down()).isEmpty();
    }
}
