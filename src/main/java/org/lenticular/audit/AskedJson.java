package org.lenticular.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One product's answers as a line of JSON: an array of dataset, path and semantics, then an object for each copy, without what is not known. */
final class AskedJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AskedJson() {}

    /** Without a line break: JSON writes those in texts otherwise. */
    static String write(AskedProduct product) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            json.writeString(product.dataset());
            json.writeString(product.path());
            json.writeString(product.semantics());
            for (AskedCopy copy : product.copies()) {
                write(json, copy);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, AskedCopy copy) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", copy.source());
        json.writeStringField("finding", copy.finding().name());
        text(json, "at", copy.at());
        number(json, "expected", copy.expected());
        number(json, "length", copy.length());
        text(json, "etag", copy.etag());
        text(json, "location", copy.location());
        text(json, "reason", copy.reason().isEmpty() ? null : copy.reason());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    /** @throws IOException where no version of this program wrote it */
    static AskedProduct read(String line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            List<String> names = new ArrayList<>();
            List<AskedCopy> copies = new ArrayList<>();
            require(json.nextToken() == JsonToken.START_ARRAY);
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    names.add(json.getText());
                } else {
                    require(token == JsonToken.START_OBJECT);
                    copies.add(copy(json));
                }
            }
            require(names.size() == 3);
            return new AskedProduct(names.get(0), names.get(1), names.get(2), copies);
        }
    }

    private static AskedCopy copy(JsonParser json) throws IOException {
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, json.getText());
        }
        String source = values.get("source");
        String finding = values.get("finding");
        if (source == null || finding == null) {
            throw new IOException("no copy");
        }
        try {
            return new AskedCopy(
                    source,
                    Finding.valueOf(finding),
                    values.get("at"),
                    number(values.get("expected")),
                    number(values.get("length")),
                    values.get("etag"),
                    values.get("location"),
                    values.getOrDefault("reason", ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("no copy", e);
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static void require(boolean so) throws IOException {
        if (!so) {
            throw new IOException("no product");
        }
    }
}
