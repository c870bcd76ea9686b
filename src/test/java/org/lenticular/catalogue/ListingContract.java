package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Held;

/** What a place lists waits in the load, file by file and directory by directory, whatever engine keeps it. */
public abstract class ListingContract extends CatalogueFixture {
    /** What a test does with a listing. */
    private interface Use {
        void of(Listing listing) throws IOException;
    }

    private void listing(Use use) throws IOException {
        try (CatalogueWriter writer = store().write(STARS)) {
            use.of(writer.listing());
        }
    }

    private static Held bytes(long length) {
        return new Held(true, null, length, null);
    }

    @Test
    void aCopyIsFoundByItsNameWithAllThatIsKnownOfIt() throws IOException {
        Held full = new Held(true, "keys/b c", 3_000_000_000L, "\"abc-2\"");
        listing(listing -> {
            assertThat(listing.add("a/b.fits", full)).isTrue();
            assertThat(listing.add("a/ü𝔐 %.fits", Held.THERE)).isTrue();
            assertThat(listing.file("a/b.fits")).contains(full);
            assertThat(listing.file("a/ü𝔐 %.fits")).contains(Held.THERE);
            assertThat(listing.file("A/b.fits")).isEmpty();
            assertThat(listing.file("a/")).isEmpty();
            assertThat(listing.file("")).isEmpty();
        });
    }

    @Test
    void theFirstOfANameStays() throws IOException {
        listing(listing -> {
            assertThat(listing.add("a", bytes(1))).isTrue();
            assertThat(listing.add("a", bytes(2))).isFalse();
            assertThat(listing.file("a")).contains(bytes(1));
        });
    }

    @Test
    void listingsDoNotMix() throws IOException {
        try (CatalogueWriter writer = store().write(STARS)) {
            Listing one = writer.listing();
            Listing two = writer.listing();
            one.add("d/a", bytes(1));
            two.add("d/a", bytes(2));
            two.add("d/b", bytes(3));
            assertThat(one.file("d/a")).contains(bytes(1));
            assertThat(one.file("d/b")).isEmpty();
            assertThat(one.directory("d/")).contains(bytes(1));
            assertThat(two.directory("d/")).contains(bytes(5));
        }
    }

    @Test
    void aDirectoryIsThereWhereAnythingInItIsAndSumsItUp() throws IOException {
        listing(listing -> {
            for (String name : List.of("d", "d.fits", "d/a", "d/e/b", "d/e/f/c", "d0", "e")) {
                listing.add(name, bytes(10));
            }
            assertThat(listing.directory("d/")).contains(bytes(30));
            assertThat(listing.directory("d/e/")).contains(bytes(20));
            assertThat(listing.directory("e/")).isEmpty();
            assertThat(listing.directory("c/")).isEmpty();
        });
    }

    @Test
    void aDirectoryOfWhichALengthIsMissingHasNone() throws IOException {
        listing(listing -> {
            listing.add("d/a", bytes(10));
            listing.add("d/b", Held.THERE);
            assertThat(listing.directory("d/")).contains(Held.THERE);
        });
    }

    @Test
    void aDirectoryThatIsListedItselfSaysWhereItIsAndHowLong() throws IOException {
        listing(listing -> {
            listing.add("listed/", new Held(true, "elsewhere/", 7L, null));
            listing.add("listed/a", bytes(10));
            listing.add("moved/", Held.at("elsewhere/"));
            listing.add("moved/a", bytes(10));
            listing.add("moved/b/", bytes(5));
            listing.add("alone/", bytes(9));
            listing.add("above/below/", bytes(9));
            assertThat(listing.directory("listed/")).contains(new Held(true, "elsewhere/", 7L, null));
            assertThat(listing.directory("moved/"))
                    .as("files, and not directories, are summed up")
                    .contains(new Held(true, "elsewhere/", 10L, null));
            assertThat(listing.directory("alone/")).contains(bytes(9));
            assertThat(listing.directory("above/")).contains(Held.THERE);
        });
    }

    @Test
    void nothingOfItIsPublished() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", null));
            writer.listing().add("b", bytes(1));
        });
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).containsExactly("a");
            assertThat(catalogue.product(STARS, "b")).isEmpty();
        }
    }
}
