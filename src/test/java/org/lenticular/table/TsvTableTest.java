package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.ac.starlink.table.formats.CsvTableBuilder;

/** TSV as STIL reads it, and byte for byte. */
class TsvTableTest extends FormatContract {
    @Override
    Format format() {
        return new TsvTable();
    }

    @Override
    ReadTable read(byte[] document) throws IOException {
        String text = new String(document, StandardCharsets.UTF_8);
        if (text.indexOf('\n') == text.length() - 1) {
            // STIL fails where there is no row at all.
            return new ReadTable(List.of(text.strip().split("\t")), List.of(), "", "");
        }
        CsvTableBuilder builder = new CsvTableBuilder();
        builder.setHasHeader(true);
        builder.setDelimiter('\t');
        return ReadTable.byStil(document, builder);
    }

    @Override
    String held(String text) {
        return text.replaceAll("[\\t\\n\\r]", " ").replaceAll("[\\x00-\\x1F]", "\uFFFD");
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
                "plain                | plain",
                "a,b                  | a,b",
                "{\"aws\": {}}        | \"{\"\"aws\"\": {}}\"",
                "5\" disk             | \"5\"\" disk\"",
                "` blanks `           | ` blanks `",
                "=1+2                 | =1+2"
            })
    void aCellIsWhatStandsBetweenTabs(String cell, String written) throws IOException {
        Header header = new Header(List.of(Column.text("a"), Column.text("b")));
        assertThat(new String(bytes(table(header, Rows.of(List.of(List.of(cell, "1"))))), StandardCharsets.UTF_8))
                .isEqualTo("a\tb\n" + written + "\t1\n");
    }
}
