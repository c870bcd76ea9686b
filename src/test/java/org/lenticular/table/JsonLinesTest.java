package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each line is an object of its own, as Jackson reads it. */
class JsonLinesTest extends FormatContract {
    @Override
    Format format() {
        return new JsonLines();
    }

    @Override
    ReadTable read(byte[] document) throws IOException {
        List<String> names = List.of();
        List<List<String>> rows = new ArrayList<>();
        for (String line : new String(document, StandardCharsets.UTF_8).split("\n")) {
            if (!line.isEmpty()) {
                JsonNode row = JsonTableTest.JSON.readTree(line);
                rows.add(JsonTableTest.cells(row));
                names = new ArrayList<>(
                        row.propertyStream().map(java.util.Map.Entry::getKey).toList());
            }
        }
        return new ReadTable(names, rows, "", "");
    }

    @Override
    String held(String text) {
        return text;
    }

    @Override
    String heldValue(String value) {
        return value.replace("NaN", "");
    }

    @Override
    boolean saysHowRowsEnd() {
        return false;
    }

    @Test
    void everyLineIsARow() throws IOException {
        Header header = new Header(List.of(Column.text("a"), Column.scalar("b", Datatype.DOUBLE)));
        assertThat(new String(
                        bytes(table(header, Rows.of(List.of(List.of("x\ny", "1.50"), List.of("", "-Inf"))))),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"x\\ny\",\"b\":1.50}\n{\"a\":null,\"b\":\"-Inf\"}\n");
    }
}
