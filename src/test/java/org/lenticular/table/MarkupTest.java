package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    /** Text is looked at by words of eight bytes: each character must be found at each place of a word, and behind the last whole one. */
    @Test
    void everyAsciiCharacterIsEscapedOrKeptWhereverItStands() {
        for (char c = 0; c < 0x80; c++) {
            for (int place = 0; place < 19; place++) {
                StringBuilder text = new StringBuilder("abcdefghijklmnopqrs");
                text.setCharAt(place, c);
                assertThat(content(text.toString()))
                        .as("character %d at %d", (int) c, place)
                        .isEqualTo(text.substring(0, place) + expected(c) + text.substring(place + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "abcdefgé", "βabcdefgh", "abcdefgh\uD83D\uDD2D", "1234567\uFFFD"})
    void otherCharactersAreKept(String text) {
        assertThat(content(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFE", "1234567\uFFFF", "12345678\uFFFE9"})
    void whatXmlCannotHoldIsReplaced(String text) {
        assertThat(content(text)).isEqualTo(text.replaceAll("[\uFFFE\uFFFF]", "\uFFFD"));
    }

    private static String expected(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\r' -> "&#13;";
            default -> c >= 0x20 || c == '\t' || c == '\n' ? String.valueOf(c) : "\uFFFD";
        };
    }

    private static String content(String text) {
        Utf8Buffer out = new Utf8Buffer();
        Markup.text(out, text);
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }
}
