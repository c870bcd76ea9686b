package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell of any text is read back as it was, kept or made for the answer; what XML cannot hold is U+FFFD. */
class CellTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a<b>&amp;\"'",
                "]]>",
                "tab\tand\nline\r\nand\rreturn",
                "é 日本 𝔐",
                "\u0000\u0001\u001F\u007F\u0085",
                "\uFFFE\uFFFF\uFFFD\uFFFB \uEFBF",
                " blanks ",
                "https://x.org/?a=b&c=d"
            })
    void keptAndMadeCellsAreReadAlike(String text) throws IOException {
        assertThat(written(text)).containsExactly(legal(text), legal(text));
    }

    @Test
    void anyTextIsReadBack() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            String text = text(new Random(seed));
            assertThat(written(text).get(0)).as("seed %s", seed).isEqualTo(legal(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD835", "\uDD10 x", "x \uD835"})
    void halfACharacterIsReplaced(String text) throws IOException {
        assertThat(written(text).get(0)).isEqualTo(text.replace('\uD835', '?').replace('\uDD10', '?'));
    }

    @Test
    void aRowIsReadBackCellByCell() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> cells = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                cells.add(text(random));
            }
            aRowIsReadBack(cells, (byte) random.nextInt(256));
        }
    }

    private static void aRowIsReadBack(List<String> cells, byte before) {
        byte[] row = EncodedRow.encode(new ArrayList<@Nullable String>(cells));
        byte[] kept = new byte[row.length + 1];
        kept[0] = before;
        System.arraycopy(row, 0, kept, 1, row.length);
        EncodedRow.Reader reader = new EncodedRow.Reader();
        reader.start(kept, 1);
        for (String cell : cells) {
            reader.advance();
            assertThat(reader.text())
                    .isEqualTo(new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            assertThat(reader.isEmpty()).isEqualTo(cell.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 127, 128, 8191, 8192, 1_048_576})
    void cellsOfEveryLengthAreReadBack(int length) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add("x".repeat(length));
        cells.add(null);
        cells.add("end");
        EncodedRow.Reader reader = new EncodedRow.Reader();
        reader.start(EncodedRow.encode(cells), 0);
        reader.advance();
        assertThat(reader.text()).hasSize(length);
        reader.advance();
        assertThat(reader.isEmpty()).isTrue();
        reader.advance();
        assertThat(reader.text()).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b", "a>b", "a&b", "a\"b", "a,b", "a\\b", "a\tb", "a\u007Fb", "é"})
    void whatSomeFormatMustEscapeIsNotPlain(String text) throws IOException {
        assertThat(isPlain(text)).isFalse();
        assertThat(isPlain("M 31; -12.5e-7 (x) [y] 'z'")).isTrue();
    }

    private static boolean isPlain(String text) throws IOException {
        boolean[] seen = {false};
        EncodedRow.Reader reader = new EncodedRow.Reader();
        reader.start(EncodedRow.encode(List.of(text)), 0);
        reader.advance();
        reader.send(new Cells() {
            @Override
            public void encoded(byte[] bytes, int offset, int length, boolean plain) {
                seen[0] = plain;
            }

            @Override
            public void text(@Nullable String value) {
                throw new AssertionError("a kept cell is sent as it is kept");
            }
        });
        return seen[0];
    }

    /** The text made for the answer, then the same as it is kept, both as a client reads them. */
    private static List<String> written(String text) throws IOException {
        EncodedRow.Reader reader = new EncodedRow.Reader();
        reader.start(EncodedRow.encode(List.of(text)), 0);
        boolean[] done = {false};
        Rows rows = cells -> {
            if (done[0]) {
                return false;
            }
            done[0] = true;
            cells.text(text);
            reader.advance();
            reader.send(cells);
            return true;
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Header header = new Header(List.of(Column.text("made"), Column.text("kept")));
        new VotableTabledata().write(new TableDocument("t", List.of(), List.of(), header, rows, List.of()), out);
        return VotableDocument.read(out.toByteArray()).rows().get(0);
    }

    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .map(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r'
                                || c >= 0xD800 && c < 0xE000
                                || c == 0xFFFE
                                || c == 0xFFFF
                        ? 0xFFFD
                        : c)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** Up to 200 characters of all kinds, markup and controls among them more often than chance has it; never half of one. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            int c = switch (random.nextInt(4)) {
                case 0 -> "<>&\"'\\,;\t\r\n\u0000]".charAt(random.nextInt(13));
                case 1 -> random.nextInt(0x80);
                case 2 -> random.nextInt(0x10000);
                default -> random.nextInt(0x110000);
            };
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }
}
