package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Product;

/** Whether one must be logged in to follow an address: as the operator says, else as the bucket's access has it. */
class LinkAuthTest {
    private static final Product PRODUCT = Product.at("a.fits", Map.of());

    private static @Nullable LinkAuth of(Place place) {
        CopyChooser chooser = new CopyChooser("c", List.of(place));
        return chooser.choose(PRODUCT, chooser.wanted(List.of(place.source().name())), "https://us.example")
                .linkAuth();
    }

    @Test
    void nothingIsKnownOfAWebServerNorOfABucketForARegion() {
        assertThat(of(Places.MAIN)).isNull();
        assertThat(of(Places.EAST)).isNull();
    }

    @Test
    void anOpenBucketNeedsNoNameAndARestrictedOneDoes() {
        assertThat(of(Places.OPEN)).isEqualTo(LinkAuth.FALSE);
        assertThat(of(Places.bucket("restricted"))).isEqualTo(LinkAuth.TRUE);
    }

    @Test
    void theOperatorsWordGoesFirst() {
        assertThat(of(says(Places.MAIN, LinkAuth.OPTIONAL))).isEqualTo(LinkAuth.OPTIONAL);
        assertThat(of(says(Places.OPEN, LinkAuth.TRUE))).isEqualTo(LinkAuth.TRUE);
    }

    private static Place says(Place place, LinkAuth auth) {
        return new Place(place.source().withLinkAuth(auth), place.resolver(), place.rule());
    }

    @Test
    void whoHasASignedAddressNeedsNothingElse() {
        Place place = Places.bucket("restricted");
        Copy copy = new Copy(place, place.locate(PRODUCT).orElseThrow());
        Address signed = new Address("https://b.example/a.fits?X-Amz-Signature=1", Optional.of(Duration.ofHours(1)));
        assertThat(new Choice(signed, "b", null, null, copy).linkAuth()).isEqualTo(LinkAuth.FALSE);
    }

    @Test
    void whereThereIsNoCopyThereIsNothingToSay() {
        assertThat(of(Places.listed(Places.OPEN))).isNull();
    }

    @Test
    void whoeverMayFollowALinkIsWhoNeedsNoName() {
        assertThat(LinkAuth.FALSE.authorized()).isEqualTo("true");
        assertThat(LinkAuth.OPTIONAL.authorized()).isEqualTo("true");
        assertThat(LinkAuth.TRUE.authorized()).isEqualTo("false");
    }
}
