package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.ac.starlink.votable.VOTableBuilder;

/** BINARY2 as STIL reads it. */
class VotableBinary2Test extends FormatContract {
    @Override
    Format format() {
        return new VotableBinary2();
    }

    @Override
    ReadTable read(byte[] document) throws Exception {
        return ReadTable.byStil(document, new VOTableBuilder()).withStatusOf(VotableDocument.read(document));
    }

    @Override
    String held(String text) {
        // STIL takes trailing blanks for filling, as FITS has it.
        return legal(text).replaceAll(" +$", "");
    }

    @Override
    boolean saysHowRowsEnd() {
        return true;
    }

    @Override
    String heldValue(String value) {
        return ReadTable.keptByStil(value);
    }

    @Test
    void theBytesAreThoseOfTheStandard() throws IOException {
        Header header = new Header(List.of(
                Column.scalar("i", Datatype.INT),
                Column.scalar("d", Datatype.DOUBLE),
                Column.text("t"),
                Column.text("u").withType(Datatype.UNICODE_CHAR, "*"),
                Column.scalar("b", Datatype.BOOLEAN),
                Column.text("s").withType(Datatype.SHORT, "2")));
        List<@Nullable String> nothing = new ArrayList<>();
        header.columns().forEach(column -> nothing.add(null));
        assertThat(stream(header, List.of(List.of("258", "-2", "ab", "é", "false", "1 -1"), nothing)))
                .isEqualTo(hex("00 00000102 C000000000000000 00000002 6162 00000001 00E9 46 0001FFFF"
                        + "FC 00000000 7FF8000000000000 00000000 00000000 00 00000000"));
    }

    @Test
    void theNinthColumnHasTheHighestBitOfTheSecondByte() throws IOException {
        List<Column> columns = new ArrayList<>();
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            columns.add(Column.scalar("c" + i, Datatype.SHORT));
            row.add(i % 8 == 0 ? "" : "1");
        }
        assertThat(stream(new Header(columns), List.of(row)))
                .isEqualTo(hex("8080 0000 0001 0001 0001 0001 0001 0001 0001 0000"));
    }

    @ParameterizedTest
    @CsvSource({
        "INT, , 12.5",
        "INT, , 2147483648",
        "INT, , seven",
        "SHORT, , 40000",
        "LONG, , 9223372036854775808",
        "DOUBLE, , 1d",
        "DOUBLE, , Infinity",
        "FLOAT, , n/a",
        "DOUBLE, , 1 2",
        "DOUBLE, 3, 1 2",
        "INT, *, 1 x",
        "BOOLEAN, , ?",
        "DOUBLE, , é"
    })
    void whatIsNoValueOfItsColumnIsNullAndMovesNothing(Datatype type, @Nullable String size, String cell)
            throws Exception {
        Header header = new Header(List.of(Column.text("a").withType(type, size), Column.text("b")));
        assertThat(read(bytes(table(header, Rows.of(List.of(List.of(cell, "behind"))))))
                        .rows())
                .containsExactly(List.of("", "behind"));
    }

    @Test
    void aCharIsAscii() throws IOException {
        Header header = new Header(List.of(Column.text("t"), Column.text("u")));
        String document = new String(
                bytes(table(header, Rows.of(List.of(List.of("n", "n"), List.of("n", "é"))))), StandardCharsets.UTF_8);
        assertThat(document)
                .contains("<FIELD name=\"t\" datatype=\"char\" arraysize=\"*\"/>")
                .contains("<FIELD name=\"u\" datatype=\"unicodeChar\" arraysize=\"*\"/>");
    }

    @Test
    void whatLeavesAsciiWhereNobodyLookedAnyMoreIsNull() throws Exception {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(List.of(i % 1500 == 1400 ? "é" : "a\tb", "behind"));
        }
        Header header = new Header(List.of(Column.text("t"), Column.text("u")));
        List<List<String>> read = read(bytes(table(header, Rows.of(rows)))).rows();
        assertThat(read).hasSize(3000);
        assertThat(read.get(1399)).containsExactly("a\tb", "behind");
        assertThat(read.get(1400)).containsExactly("", "behind");
        assertThat(read.get(2900)).containsExactly("", "behind");
        assertThat(read.get(2999)).containsExactly("a\tb", "behind");
    }

    @Test
    void textThatIsDeclaredAsAsciiIsReadBackAllTheSame() throws Exception {
        Header header = new Header(List.of(Column.text("t"), Column.text("u")));
        for (String text : FormatContract.hostile().toList()) {
            assertThat(read(bytes(table(header, Rows.of(List.of(List.of(text, "behind"))))))
                            .rows())
                    .containsExactly(List.of(held(text), "behind"));
        }
    }

    @Test
    void aTextOfFixedLengthIsCutOrFilled() throws IOException {
        Header header = new Header(List.of(
                Column.text("t").withType(Datatype.CHAR, "3"),
                Column.text("u").withType(Datatype.UNICODE_CHAR, "2"),
                Column.text("c").withType(Datatype.CHAR, null)));
        assertThat(stream(header, List.of(List.of("abcd", "x", "yz")))).isEqualTo(hex("00 616263 00780000 79"));
    }

    private byte[] stream(Header header, List<List<@Nullable String>> rows) throws IOException {
        String document = new String(bytes(table(header, Rows.of(rows))), StandardCharsets.UTF_8);
        return Base64.getMimeDecoder()
                .decode(document.replaceAll("(?s).*<STREAM[^>]*>", "").replaceAll("(?s)</STREAM>.*", ""));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
