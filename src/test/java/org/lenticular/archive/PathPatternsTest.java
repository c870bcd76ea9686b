package org.lenticular.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pattern means paths as a whole: stars, marks and brackets stand for others, everything else for itself. */
class PathPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b.fits | a/b.fits | true",
                "a/b.fits | a/b_fits | false",
                "a/b.fits | A/b.fits | false",
                "a/b      | a/b.fits | false",
                "b        | a/b      | false",
                "*.fits   | b.fits   | true",
                "*.fits   | .fits    | true",
                "*.fits   | a/b.fits | false",
                "a/*      | a/       | true",
                "a/*      | a/b/c    | false",
                "chandra/** | chandra/a.fits | true",
                "chandra/** | chandra/a/b/c.fits | true",
                "chandra/** | chandra/data/8/15158/ | true",
                "chandra/** | chandra/ | true",
                "chandra/** | chandra  | false",
                "chandra/** | x/chandra/a | false",
                "**       | a/b/c    | true",
                "**.fits  | a/b.fits | true",
                "**/*.fits | b.fits  | true",
                "**/*.fits | a/c/b.fits | true",
                "a/**/b   | a/b      | true",
                "a/**/b   | a/x/y/b  | true",
                "a/**/b   | a/xb     | false",
                "a/x**/b  | a/xy/z/b | true",
                "a/x**/b  | a/x/b    | true",
                "a/x**/b  | a/b      | false",
                "s00??/f  | s0012/f  | true",
                "s00??/f  | s001/f   | false",
                "a?b      | a/b      | false",
                "a?b      | a𝔐b     | true",
                "s[0-3]   | s2       | true",
                "s[0-3]   | s4       | false",
                "s[!0-3]  | s4       | true",
                "s[!0-3]  | s2       | false",
                "s[!0-3]  | s/       | false",
                "s[.-0]   | s/       | false",
                "s[]a]    | s]       | true",
                "s[a-]    | s-       | true",
                "s[-a]    | s-       | true",
                "s[*?]    | s*       | true",
                "s[*?]    | sx       | false",
                "s[[]1]   | s[1]     | true",
                "[{]x[}]  | {x}      | true",
                "s[^a]    | s^       | true",
                "s[a&&b]  | s&       | true",
                "s[\\d]   | s7       | false",
                "s[\\d]   | s\\      | true",
                "a.(bc)$  | a.(bc)$  | true",
                "a.c      | abc      | false",
                "\\Ea+    | \\Ea+    | true",
                "a+ b%20  | a+ b%20  | true",
            })
    void aPatternIsTheWholePath(String pattern, String path, boolean fits) throws ParseException {
        assertThat(PathPatterns.parse(pattern).match(path)).isEqualTo(fits);
    }

    @Test
    void lineBreaksAreCharactersToo() throws ParseException {
        assertThat(PathPatterns.parse("a/**").match("a/b\nc")).isTrue();
        assertThat(PathPatterns.parse("a*").match("a\nc")).isTrue();
    }

    @Test
    void severalAreOneOrAnother() throws ParseException {
        PathPatterns both = PathPatterns.anyOf(List.of(PathPatterns.parse("a/*"), PathPatterns.parse("b/*")));
        assertThat(both.match("a/x")).isTrue();
        assertThat(both.match("b/x")).isTrue();
        assertThat(both.match("c/x")).isFalse();
        assertThat(both.match("a/xb/x")).isFalse();
        assertThat(both).hasToString("[a/*, b/*]");
    }

    @Test
    void allAndNone() throws ParseException {
        assertThat(PathPatterns.ALL.match("")).isTrue();
        assertThat(PathPatterns.ALL.match("a/b")).isTrue();
        assertThat(PathPatterns.NONE.match("")).isFalse();
        assertThat(PathPatterns.NONE.match("a")).isFalse();
        assertThat(PathPatterns.parse("**")).isEqualTo(PathPatterns.ALL);
        assertThat(PathPatterns.anyOf(List.of())).isEqualTo(PathPatterns.NONE);
        assertThat(PathPatterns.anyOf(List.of(PathPatterns.parse("a"), PathPatterns.ALL))
                        .match("b"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a[b   | 1 | has a '[' that is not closed",
                "a[]   | 1 | has a '[' that is not closed",
                "a[!]  | 1 | has a '[' that is not closed",
                "x[z-a] | 2 | has a range that ends before it begins",
                "{file}.fits | 0 | has a brace, which stands for nothing here,",
                "a}    | 1 | has a brace, which stands for nothing here,",
            })
    void whatIsNoPatternIsToldWithItsPlace(String pattern, int offset, String reason) {
        ParseException e = catchThrowableOfType(ParseException.class, () -> PathPatterns.parse(pattern));
        assertThat(e.getMessage()).isEqualTo(reason);
        assertThat(e.getErrorOffset()).isEqualTo(offset);
    }
}
