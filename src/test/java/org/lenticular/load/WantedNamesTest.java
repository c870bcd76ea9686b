package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was added is let through, and what is in an added directory; of everything else little. */
class WantedNamesTest {
    @Test
    void noNameThatWasAddedIsLost() {
        WantedNames names = new WantedNames(50_000);
        IntStream.range(0, 50_000).forEach(i -> names.add("a/b/" + i + ".fits", false));
        assertThat(IntStream.range(0, 50_000)).allMatch(i -> names.mayHave("a/b/" + i + ".fits"));
        assertThat(IntStream.range(0, 50_000).filter(i -> names.mayHave("a/c/" + i + ".fits")))
                .hasSizeLessThan(100);
        assertThat(names.example()).contains("a/b/0.fits");
    }

    @Test
    void whatIsInADirectoryIsLetThrough() {
        WantedNames names = new WantedNames(10);
        names.add("a/b/", true);
        assertThat(names.mayHave("a/b/")).isTrue();
        assertThat(names.mayHave("a/b/c")).isTrue();
        assertThat(names.mayHave("a/b/c/d/e")).isTrue();
        assertThat(names.mayHave("a/b")).isFalse();
        assertThat(names.mayHave("a/bc")).isFalse();
        assertThat(names.mayHave("x/a/b/c")).isFalse();
    }

    @Test
    void filesAreNoDirectories() {
        WantedNames names = new WantedNames(10);
        names.add("a/", false);
        assertThat(names.mayHave("a/b")).isFalse();
        assertThat(new WantedNames(0).mayHave("a")).isFalse();
        assertThat(new WantedNames(0).example()).isEmpty();
    }

    @Test
    void moreNamesThanExpectedLetMoreThroughAndLoseNone() {
        WantedNames names = new WantedNames(1);
        IntStream.range(0, 100_000).forEach(i -> names.add("" + i, false));
        assertThat(IntStream.range(0, 100_000)).allMatch(i -> names.mayHave("" + i));
    }
}
