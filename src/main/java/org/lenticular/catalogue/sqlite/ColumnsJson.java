package org.lenticular.catalogue.sqlite;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/** The columns of the kept rows: a JSON array of them, each an array of its parts in the order of {@link Column}, then role, own and implied. */
final class ColumnsJson {
    private static final int PARTS = 13;

    private ColumnsJson() {}

    static String write(List<StoredColumn> columns) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = TextsJson.JSON.createGenerator(out)) {
            json.writeStartArray();
            for (StoredColumn stored : columns) {
                Column c = stored.column();
                TextsJson.write(
                        json,
                        Arrays.<@Nullable String>asList(
                                c.name(),
                                c.type().word(),
                                c.arraysize(),
                                c.unit(),
                                c.ucd(),
                                c.utype(),
                                c.xtype(),
                                c.description(),
                                c.id(),
                                c.ref(),
                                stored.role(),
                                Boolean.toString(stored.own()),
                                Boolean.toString(stored.implied())));
            }
            json.writeEndArray();
        }
        return out.toString();
    }

    static List<StoredColumn> read(String text) throws IOException {
        List<StoredColumn> columns = new ArrayList<>();
        try (JsonParser json = TextsJson.JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("no JSON array");
            }
            while (json.nextToken() == JsonToken.START_ARRAY) {
                columns.add(column(TextsJson.readRest(json)));
            }
        }
        return columns;
    }

    private static StoredColumn column(List<@Nullable String> p) throws IOException {
        if (p.size() != PARTS) {
            throw new IOException("a column of " + p.size() + " parts");
        }
        Column column = new Column(
                Objects.requireNonNull(p.get(0)),
                Datatype.of(Objects.requireNonNull(p.get(1))),
                p.get(2),
                p.get(3),
                p.get(4),
                p.get(5),
                p.get(6),
                p.get(7),
                p.get(8),
                p.get(9));
        return new StoredColumn(column, p.get(10), Boolean.parseBoolean(p.get(11)), Boolean.parseBoolean(p.get(12)));
    }
}
