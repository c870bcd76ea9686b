package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.ac.starlink.table.formats.CsvTableBuilder;

/** CSV as STIL reads it, and byte for byte where STIL is free with it. */
class CsvTableTest extends FormatContract {
    @Override
    Format format() {
        return new CsvTable();
    }

    @Override
    ReadTable read(byte[] document) throws IOException {
        String text = new String(document, StandardCharsets.UTF_8);
        if (text.indexOf("\r\n") == text.length() - 2) {
            // STIL fails where there is no row at all.
            return new ReadTable(List.of(text.strip().split(",")), List.of(), "", "");
        }
        CsvTableBuilder builder = new CsvTableBuilder();
        builder.setHasHeader(true);
        return ReadTable.byStil(document, builder);
    }

    @Override
    String held(String text) {
        // STIL makes one kind of line break of all.
        return noControls(text).replace("\r\n", "\n").replace('\r', '\n');
    }

    static String noControls(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
    }

    @Override
    boolean saysHowRowsEnd() {
        return false;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "plain           | plain",
                "a,b             | \"a,b\"",
                "say \"so\"      | \"say \"\"so\"\"\"",
                "\"\"            | \"\"\"\"\"\"",
                "` edged `       | ` edged `",
                "=1+2            | =1+2",
                "a<b>&c          | a<b>&c",
                "1 2             | 1 2",
                "NaN             | NaN"
            })
    void onlyWhatMustBeIsQuoted(String cell, String written) throws IOException {
        assertThat(line(cell, "1")).isEqualTo(written + ",1");
    }

    @Test
    void lineBreaksInACellStayWhatTheyAre() throws IOException {
        assertThat(line("a\rb\nc\r\nd", "1")).isEqualTo("\"a\rb\nc\r\nd\",1");
    }

    @Test
    void anEmptyCellThatIsTheWholeRowIsNoEmptyLine() throws IOException {
        Header header = new Header(List.of(Column.text("only")));
        String document = new String(
                bytes(table(header, Rows.of(List.of(List.of("a"), List.of(""), List.of("b"))))),
                StandardCharsets.UTF_8);
        assertThat(document).isEqualTo("only\r\na\r\n\"\"\r\nb\r\n");
    }

    private String line(String... cells) throws IOException {
        Header header = new Header(List.of(Column.text("a"), Column.text("b")));
        String document = new String(bytes(table(header, Rows.of(List.of(List.of(cells))))), StandardCharsets.UTF_8);
        assertThat(document).startsWith("a,b\r\n").endsWith("\r\n");
        return document.substring(5, document.length() - 2);
    }
}
