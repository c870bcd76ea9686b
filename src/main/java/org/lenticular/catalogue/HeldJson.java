package org.lenticular.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;

/**
 * How engines keep what sources hold of one product: a JSON object, by source name, {@code false} for no copy, {@code true} for one by the
 * product's own path, a text for its own path or location. Nothing at all is the empty text: so it is for most products.
 */
public final class HeldJson {
    private static final JsonFactory JSON = new JsonFactory();

    private HeldJson() {}

    public static String write(Map<String, Held> held) {
        if (held.isEmpty()) {
            return "";
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, Held> entry : new TreeMap<>(held).entrySet()) {
                json.writeFieldName(entry.getKey());
                String at = entry.getValue().at();
                if (at == null) {
                    json.writeBoolean(entry.getValue().there());
                } else {
                    json.writeString(at);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("texts and booleans can always be written", e);
        }
        return out.toString();
    }

    /** The reverse; a null is nothing. */
    public static Map<String, Held> read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        Map<String, Held> held = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String source = json.currentName();
                JsonToken value = json.nextToken();
                held.put(
                        source,
                        value == JsonToken.VALUE_STRING
                                ? Held.at(json.getText())
                                : new Held(value == JsonToken.VALUE_TRUE, null, null, null));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the catalogue holds what no version of this program wrote", e);
        }
        return held;
    }
}
