package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.fault.Fault;

/** JSON as Jackson reads it, which is told to let nothing through that is not JSON. */
class JsonTableTest extends FormatContract {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    Format format() {
        return new JsonTable();
    }

    @Override
    ReadTable read(byte[] document) throws IOException {
        JsonNode root = JSON.readTree(document);
        List<List<String>> rows = new ArrayList<>();
        root.get("data").forEach(row -> rows.add(cells(row)));
        List<String> names = StreamSupport.stream(root.get("fields").spliterator(), false)
                .map(field -> field.get("name").textValue())
                .toList();
        String status = root.get("status").textValue();
        return new ReadTable(
                names,
                rows,
                status.equals("OK") ? "" : status,
                root.path("message").asText());
    }

    static List<String> cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell(cell)));
        return cells;
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return String.join(" ", cells(value));
        } else if (value.isBigDecimal()) {
            return Double.toString(value.doubleValue());
        }
        return value.isNull() ? "" : value.asText();
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
        return true;
    }

    @Test
    void aDocumentSaysWhatAVotableSaysOfItsColumns() throws IOException {
        Header header = new Header(List.of(
                Column.text("ID").withUcd("meta.id;meta.main").withId("the_id"),
                Column.scalar("ra", Datatype.DOUBLE)
                        .withUnit("deg")
                        .withUtype("a:b")
                        .withDescription("Right"),
                Column.text("axes").withType(Datatype.INT, "*"),
                Column.scalar("truth", Datatype.BOOLEAN)));
        assertThat(new String(
                        bytes(table(header, Rows.of(List.of(List.of("a", "1.50", "1 2", "T"))))),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                {"title":"A \\"table\\"",
                "infos":[{"name":"standardID","value":"ivo://ivoa.net/std/SIA"},{"name":"note","value":"x","text":"a < \\"b\\"\\nc"}],
                "fields":[
                {"name":"ID","datatype":"char","arraysize":"*","ucd":"meta.id;meta.main","id":"the_id"},
                {"name":"ra","datatype":"double","unit":"deg","utype":"a:b","description":"Right"},
                {"name":"axes","datatype":"int","arraysize":"*"},
                {"name":"truth","datatype":"boolean"}
                ],
                "data":[
                {"ID":"a","ra":1.50,"axes":[1,2],"truth":true}
                ],
                "status":"OK"}
                """);
    }

    @Test
    void columnsOfOneNameHaveKeysOfTheirOwn() throws IOException {
        Header header = new Header(
                List.of(Column.text("name"), Column.text("name"), Column.text("name_2"), Column.text("name")));
        JsonNode root = JSON.readTree(bytes(table(header, Rows.of(List.of(List.of("a", "b", "c", "d"))))));
        List<String> keys = new ArrayList<>();
        root.get("fields")
                .forEach(field ->
                        keys.add(field.path("key").asText(field.get("name").textValue())));
        assertThat(keys).containsExactly("name", "name_2", "name_2_2", "name_3");
        assertThat(root.get("data").get(0).propertyStream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "12.50, 12.50",
        "1E5, 1E5",
        "1e-7, 1e-7",
        "9223372036854775807, 9223372036854775807",
        "+1, 1",
        "007, 7",
        ".5, 0.5",
        "5., 5",
        "-.5e3, -5E+2",
        "NaN, null",
        "+Inf, '\"+Inf\"'",
        "-Inf, '\"-Inf\"'",
        "0x1F, '\"0x1F\"'",
        "n/a, '\"n/a\"'",
        "1e, '\"1e\"'",
        "-, '\"-\"'",
        "1 2, '\"1 2\"'"
    })
    void aNumberIsANumberAndWhatIsNoneIsAString(String cell, String written) throws IOException {
        Header header = new Header(List.of(Column.scalar("d", Datatype.DOUBLE)));
        byte[] document = bytes(table(header, Rows.of(List.of(List.of(cell)))));
        assertThat(new String(document, StandardCharsets.UTF_8)).contains("\n{\"d\":" + written + "}\n");
        assertThat(read(document).rows()).hasSize(1);
    }

    @Test
    void aFaultIsAnObject() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format().write(new Fault(Fault.Word.USAGE, 400, "POS: '\"4\"' is no position"), out);
        JsonNode root = JSON.readTree(out.toByteArray());
        assertThat(root.get("status").textValue()).isEqualTo("ERROR");
        assertThat(root.get("fault").textValue()).isEqualTo("UsageFault");
        assertThat(root.get("message").textValue()).isEqualTo("UsageFault: POS: '\"4\"' is no position");
    }
}
