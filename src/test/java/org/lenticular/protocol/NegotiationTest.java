package org.lenticular.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.fault.FaultException;

/** VOTable or page (docs: the contract, "VOTable or page"). */
class NegotiationTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/x-votable+xml",
                "text/xml, application/xml",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html, image/gif, image/jpeg, */*; q=0.2"
            })
    void clientsThatNameNoPageGetTheVotableAndSoDoesJavasOwn(@Nullable String accept) {
        assertThat(Negotiation.of(request(accept), DataLink.MEDIA_TYPE).contentType())
                .isEqualTo("application/x-votable+xml;content=datalink");
    }

    @Test
    void browsersGetAPage() {
        Negotiation form = Negotiation.of(request(BROWSER), DataLink.MEDIA_TYPE);
        assertThat(form.isPage()).isTrue();
        assertThat(form.contentType()).isEqualTo("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "votable | application/x-votable+xml;content=datalink",
                "VOTable | application/x-votable+xml;content=datalink",
                "application/x-votable+xml | application/x-votable+xml;content=datalink",
                "application/x-votable xml | application/x-votable+xml;content=datalink",
                "application/x-votable+xml ; serialization=TABLEDATA | application/x-votable+xml;content=datalink",
                "application/x-votable+xml;content=datalink | application/x-votable+xml;content=datalink",
                "text/xml | text/xml",
                "html | text/html;charset=UTF-8",
                "text/html | text/html;charset=UTF-8"
            })
    void responseformatDecidesWhateverIsAccepted(String format, String type) {
        for (String accept : List.of(BROWSER, "*/*")) {
            assertThat(Negotiation.of(request(accept, format), DataLink.MEDIA_TYPE)
                            .contentType())
                    .isEqualTo(type);
        }
    }

    @Test
    void aBlankResponseformatIsNone() {
        assertThat(Negotiation.of(request("*/*", " "), DataLink.MEDIA_TYPE).isPage())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fits", "csv", "application/x-votable+xml;serialization=BINARY2", "votable,html", "<x>"})
    void aFormThatThereIsNotIsAMistakeThatNamesThoseThatThereAre(String format) {
        assertThatThrownBy(() -> Negotiation.of(request("*/*", format), DataLink.MEDIA_TYPE))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("UsageFault: RESPONSEFORMAT: '" + format + "' is no form of answer here; use")
                .hasMessageContaining("votable")
                .hasMessageContaining("html");
    }

    @Test
    void aFaultIsToldWhateverTheClientSentInTheFormThatItWouldHaveHad() {
        assertThat(Negotiation.forFault(request(BROWSER, "fits"), DataLink.MEDIA_TYPE)
                        .isPage())
                .as("what cannot be read counts as not sent")
                .isTrue();
        assertThat(Negotiation.forFault(request("*/*", "html", "votable"), DataLink.MEDIA_TYPE)
                        .isPage())
                .isFalse();
        assertThat(Negotiation.forFault(request("*/*", "html"), DataLink.MEDIA_TYPE)
                        .isPage())
                .isTrue();
    }

    @Test
    void namesAreReadWithoutRegardToCaseAndRepetitionsAreSeen() {
        Parameters sent = Parameters.of(
                List.of(Map.entry("pos", "1,2"), Map.entry("ID", "a"), Map.entry("id", "b"), Map.entry("Verb", " ")));
        assertThat(sent.single("POS")).contains("1,2");
        assertThat(sent.all("Id")).containsExactly("a", "b");
        assertThat(sent.single("VERB")).contains(" ");
        assertThat(sent.given("VERB")).isEmpty();
        assertThat(sent.names()).containsExactly("POS", "ID", "VERB");
        assertThatThrownBy(() -> sent.single("ID")).hasMessage("UsageFault: ID: sent 2 times; send it once");
    }

    private static Request request(@Nullable String accept, String... formats) {
        return new Request(
                Parameters.of(List.of(formats).stream()
                        .map(format -> Map.entry("ResponseFormat", format))
                        .toList()),
                "",
                "https://us.example.org",
                accept);
    }
}
