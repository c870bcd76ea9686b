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

/** Which form an answer has (docs: the contract, "VOTable or page"; DALI 1.1 §3.4.3). */
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
                "votable/td | application/x-votable+xml;content=datalink",
                "votable/b2 | application/x-votable+xml;content=datalink;serialization=BINARY2",
                "application/x-votable+xml;serialization=binary2 | application/x-votable+xml;content=datalink;serialization=BINARY2",
                "application/x-votable+xml; Serialization=\"BINARY2\" | application/x-votable+xml;content=datalink;serialization=BINARY2",
                "text/xml | text/xml",
                "text/xml;content=x-votable | text/xml",
                "text/xml;serialization=BINARY2 | text/xml;serialization=BINARY2",
                "csv | text/csv;header=present;charset=UTF-8",
                "text/csv | text/csv;header=present;charset=UTF-8",
                "text/csv; header=present | text/csv;header=present;charset=UTF-8",
                "tsv | text/tab-separated-values;charset=UTF-8",
                "text/tab-separated-values | text/tab-separated-values;charset=UTF-8",
                "JSON | application/json",
                "application/json;charset=utf-8 | application/json",
                "ndjson | application/x-ndjson",
                "fits | application/fits",
                "application/fits | application/fits",
                "parquet | application/vnd.apache.parquet",
                "application/vnd.apache.parquet | application/vnd.apache.parquet",
                "application/x-parquet | application/vnd.apache.parquet",
                "application/x-ndjson | application/x-ndjson",
                "text | text/plain;charset=UTF-8",
                "text/plain | text/plain;charset=UTF-8",
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

    @Test
    void aProtocolWhoseVotableHasATypeOfOldStillEchoesTheOneThatIsAskedFor() {
        String sia = "text/xml;content=x-votable";
        assertThat(Negotiation.of(request("*/*", "votable"), sia).contentType()).isEqualTo(sia);
        assertThat(Negotiation.of(request("*/*", "text/xml"), sia).contentType())
                .isEqualTo("text/xml");
        assertThat(Negotiation.of(request("*/*", "application/x-votable+xml"), sia)
                        .contentType())
                .isEqualTo("application/x-votable+xml");
        assertThat(Negotiation.of(request("*/*", "votable/b2"), sia).contentType())
                .isEqualTo("application/x-votable+xml;serialization=BINARY2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv;header=present;charset=UTF-8",
                "TEXT/CSV | text/csv;header=present;charset=UTF-8",
                "application/json | application/json",
                "application/json, text/plain, */* | application/json",
                "application/json, text/javascript, */*; q=0.01 | application/json",
                "text/csv;q=0.5, application/json;q=0.8, */*;q=0.9 | application/json",
                "text/csv;q=0.5, application/json;q=0.50 | text/csv;header=present;charset=UTF-8",
                "application/json;q=0, text/csv;q=0.001 | text/csv;header=present;charset=UTF-8",
                "text/tab-separated-values | text/tab-separated-values;charset=UTF-8",
                "text/plain | text/plain;charset=UTF-8",
                "application/x-ndjson | application/x-ndjson",
                "application/x-parquet, */*;q=0.5 | application/vnd.apache.parquet",
                "application/x-votable+xml;serialization=BINARY2 | application/x-votable+xml;content=datalink;serialization=BINARY2",
                "application/x-votable+xml, text/html;q=0.9 | application/x-votable+xml;content=datalink",
                "text/html, application/x-votable+xml;q=0.9 | text/html;charset=UTF-8",
                "text/html;q=0.2, image/gif | text/html;charset=UTF-8"
            })
    void anAcceptThatNamesOneOfOurTypesGetsIt(String accept, String type) {
        assertThat(Negotiation.of(request(accept), DataLink.MEDIA_TYPE).contentType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/*",
                "application/*;q=0.9, */*",
                "image/png",
                "application/avro",
                "application/json;q=0",
                "application/json;q=-1",
                "application/json;q=lots",
                "application/json;q=2",
                "text/csv;header=absent",
                "application/x-votable+xml;serialization=FITS",
                "csv",
                "json",
                "votable/b2",
                ",;,=;q",
                ";;;"
            })
    void anAcceptThatNamesNoneGetsTheVotable(String accept) {
        assertThat(Negotiation.of(request(accept), DataLink.MEDIA_TYPE).contentType())
                .isEqualTo(DataLink.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avro",
                "text/csv;header=absent",
                "application/x-votable+xml;serialization=BINARY",
                "application/x-votable+xml;serialization=FITS",
                "votable/fits",
                "votable,html",
                ";",
                "*/*",
                "<x>"
            })
    void aFormThatThereIsNotIsAMistakeThatNamesThoseThatThereAre(String format) {
        assertThatThrownBy(() -> Negotiation.of(request("*/*", format), DataLink.MEDIA_TYPE))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("UsageFault: RESPONSEFORMAT: '" + format + "' is no form of answer here; use")
                .hasMessageContaining(
                        "votable, votable/td, votable/b2, csv, tsv, json, ndjson, fits, parquet, text, html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "votable | application/x-votable+xml;content=datalink",
                "votable/b2 | application/x-votable+xml;content=datalink",
                "text/xml | text/xml",
                "csv | text/plain;charset=UTF-8",
                "text/csv | text/plain;charset=UTF-8",
                "tsv | text/plain;charset=UTF-8",
                "text | text/plain;charset=UTF-8",
                "json | application/json",
                "ndjson | application/json",
                "fits | text/plain;charset=UTF-8",
                "html | text/html;charset=UTF-8"
            })
    void aFormWithoutAPlaceForFaultsHasThemInPlainText(String format, String type) {
        assertThat(Negotiation.forFault(request(BROWSER, format), DataLink.MEDIA_TYPE)
                        .contentType())
                .isEqualTo(type);
    }

    @Test
    void aFaultGoesByAcceptToo() {
        assertThat(Negotiation.forFault(request("text/csv"), DataLink.MEDIA_TYPE)
                        .contentType())
                .isEqualTo("text/plain;charset=UTF-8");
        assertThat(Negotiation.forFault(request("application/json", "nonesuch"), DataLink.MEDIA_TYPE)
                        .contentType())
                .isEqualTo("application/json");
    }

    @Test
    void eachShortNameIsOne() {
        for (String name : Negotiation.names()) {
            Negotiation form = Negotiation.of(request(BROWSER, name), DataLink.MEDIA_TYPE);
            assertThat(form.isVotable()).isEqualTo(name.startsWith("votable"));
            assertThat(form.isPage()).isEqualTo(name.equals("html"));
        }
    }

    @Test
    void aFaultIsToldWhateverTheClientSentInTheFormThatItWouldHaveHad() {
        assertThat(Negotiation.forFault(request(BROWSER, "avro"), DataLink.MEDIA_TYPE)
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
