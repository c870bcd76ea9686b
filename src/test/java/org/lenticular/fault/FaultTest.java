package org.lenticular.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is told: the standards' word first, on one line, and nothing that it sent can dress up as ours. */
class FaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B"})
    void aMessageIsOneLineForEveryReader(String lineBreak) {
        Fault fault = new Fault(Fault.Word.USAGE, 400, "a" + lineBreak + "b");
        assertThat(fault.text()).startsWith("UsageFault: a").matches(".*b");
    }

    @Test
    void aValueIsQuotedAndCut() {
        assertThat(Quoted.value("")).isEqualTo("''");
        assertThat(Quoted.value("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
        assertThat(Quoted.value("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
        assertThat(Quoted.value("x".repeat(59) + "𝔐" + "y"))
                .as("never in the middle of a character")
                .isEqualTo("'" + "x".repeat(59) + "…'");
    }

    @Test
    void whatCannotBeSeenIsSpeltOut() {
        assertThat(Quoted.value("a\u0000b\u202Ec\uFEFFd\uD835e\uFFFFf"))
                .isEqualTo("'a\\u0000b\\u202Ec\\uFEFFd\\uD835e\\uFFFFf'");
    }

    @Test
    void aMistakeTellsParameterValueAndWhatWouldBeRight() {
        Fault fault = FaultException.usage("VERB", "7", "is no verbosity; use 0, 1, 2 or 3")
                .fault();
        assertThat(fault.text()).isEqualTo("UsageFault: VERB: '7' is no verbosity; use 0, 1, 2 or 3");
        assertThat(fault.status()).isEqualTo(400);
    }

    @Test
    void theCauseOfAFailureOfOursIsNotTold() {
        FaultException e = FaultException.fatal("it broke", new IllegalStateException("secret"));
        assertThat(e.fault().text()).isEqualTo("FatalFault: it broke");
        assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"chanmastr,chanmaster", "CHANMASTER,chanmaster", "tes,tess", "gaia,", "'',"})
    void aNameThatIsAlmostRightFindsTheRightOne(String name, @Nullable String nearest) {
        assertThat(Nearest.of(name, List.of("chanmaster", "tess")).orElse(null)).isEqualTo(nearest);
    }
}
