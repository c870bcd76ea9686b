package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Held;

/** What sources hold is kept whole, and in as few characters as it takes. */
class HeldJsonTest {
    @Test
    void nothingTakesNoRoom() {
        assertThat(HeldJson.write(Map.of())).isEmpty();
        assertThat(HeldJson.read("")).isEmpty();
        assertThat(HeldJson.read(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | -   | -       | true",
                "k | -   | -       | ^k^",
                "- | 123 | -       | 123",
                "- | 123 | ^abc-2^ | [123,^abc-2^]",
                "- | -   | ^abc^   | [null,^abc^]",
                "k | 123 | -       | [123,null,^k^]",
                "k | -   | ^abc^   | [null,^abc^,^k^]",
                "k | 123 | ^abc^   | [123,^abc^,^k^]",
                "k | 0   | ^^      | [0,^\\^\\^^,^k^]",
                "- | 1   | W/^abc^ | [1,^W/\\^abc\\^^]",
                "- | 1   | ^a^b^   | [1,^\\^a\\^b\\^^]",
            })
    void eachFormIsReadBackAsItWas(String at, Long length, String etag, String json) {
        Held held = new Held(true, at, length, etag == null ? null : etag.replace('^', '"'));
        String text = HeldJson.write(Map.of("s", held));
        assertThat(text).isEqualTo("{\"s\":" + json.replace('^', '"') + "}");
        assertThat(HeldJson.read(text)).isEqualTo(Map.of("s", held));
    }

    @Test
    void sourcesStandBesideOneAnother() {
        Map<String, Held> held = Map.of(
                "a",
                new Held(true, null, 1L, "\"x\""),
                "b",
                Held.NOT,
                "c",
                new Held(true, null, 2L, null),
                "d",
                Held.at("/k"),
                "e",
                new Held(true, "k", 3L, null),
                "f",
                Held.THERE);
        String text = HeldJson.write(held);
        assertThat(text)
                .isEqualTo("{\"a\":[1,\"x\"],\"b\":false,\"c\":2,\"d\":\"/k\",\"e\":[3,null,\"k\"],\"f\":true}");
        assertThat(HeldJson.read(text)).isEqualTo(held);
    }

    @Test
    void searchesNeedPlacesAndSizesOnly() {
        Map<String, Held> held =
                Map.of("a", new Held(true, null, 1L, "\"x\""), "b", Held.NOT, "c", new Held(true, "k", 2L, null));
        assertThat(HeldJson.writePlaces(held)).isEqualTo("{\"a\":1,\"b\":false,\"c\":[2,null,\"k\"]}");
    }

    @Test
    void anETagIsInQuotesWhoeverWroteIt() {
        assertThat(new Held(true, null, null, "abc").etag()).isEqualTo("\"abc\"");
        assertThat(new Held(true, null, null, "abc")).isEqualTo(new Held(true, null, null, "\"abc\""));
        assertThat(new Held(true, null, null, "").etag()).as("none").isNull();
        assertThat(new Held(true, null, null, "W/\"abc\"").etag()).isEqualTo("W/\"abc\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | true",
                "abc-12 | true",
                "[abc] | true",
                "W/[abc] | true",
                "[] | true",
                "[a[b] | false",
                "a b | false",
                "a\\nb | false",
                "[a\\r\\nSet-Cookie: x] | false",
                "[abc | false",
                "[a b] | false"
            })
    void whatWouldBreakAHeaderIsNoETag(String text, boolean is) {
        String etag =
                text.replace("[", "\"").replace("]", "\"").replace("\\r", "\r").replace("\\n", "\n");
        assertThat(Held.isEtag(etag)).isEqualTo(is);
    }
}
