package org.lenticular.catalogue.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts, or nothing in their place, as a JSON array. Read and written as a stream: binding JSON to classes would make a start slower. */
final class TextsJson {
    static final JsonFactory JSON = new JsonFactory();

    private TextsJson() {}

    static String write(Collection<? extends @Nullable String> texts) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, texts);
        }
        return out.toString();
    }

    static void write(JsonGenerator json, Collection<? extends @Nullable String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** The reverse, of an array without nothing in it. */
    static List<String> read(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("no JSON array");
            }
            List<String> texts = new ArrayList<>();
            for (String each : readRest(json)) {
                if (each == null) {
                    throw new IOException("a text is missing");
                }
                texts.add(each);
            }
            return texts;
        }
    }

    /** The array whose beginning has just been read. */
    static List<@Nullable String> readRest(JsonParser json) throws IOException {
        List<@Nullable String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new IOException("a JSON array does not end");
            }
            texts.add(json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText());
        }
        return texts;
    }
}
