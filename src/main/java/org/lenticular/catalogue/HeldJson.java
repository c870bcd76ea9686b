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
 * product's own path, a text for its own path or location, a number for its length; where more is known, an array of length, ETag (without its
 * quotes) and own path, from the first on as far as known. Nothing at all is the empty text: so it is for most products.
 */
public final class HeldJson {
    private static final JsonFactory JSON = new JsonFactory();

    private HeldJson() {}

    public static String write(Map<String, Held> held) {
        return write(held, true);
    }

    /** Without ETags: so it is kept with an image, which searches read; its product has them. */
    public static String writePlaces(Map<String, Held> held) {
        return write(held, false);
    }

    private static String write(Map<String, Held> held, boolean whole) {
        if (held.isEmpty()) {
            return "";
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, Held> entry : new TreeMap<>(held).entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue(), whole);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("texts and booleans can always be written", e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Held held, boolean whole) throws IOException {
        Long length = held.there() ? held.length() : null;
        String etag = whole && held.there() ? held.etag() : null;
        if (length == null && etag == null) {
            if (held.at() == null) {
                json.writeBoolean(held.there());
            } else {
                json.writeString(held.at());
            }
        } else if (length != null && etag == null && held.at() == null) {
            json.writeNumber(length);
        } else {
            json.writeStartArray();
            if (length == null) {
                json.writeNull();
            } else {
                json.writeNumber(length);
            }
            if (etag != null || held.at() != null) {
                json.writeString(withoutQuotes(etag));
            }
            if (held.at() != null) {
                json.writeString(held.at());
            }
            json.writeEndArray();
        }
    }

    /** {@link Held} puts them back. */
    private static @Nullable String withoutQuotes(@Nullable String etag) {
        boolean isPlain =
                etag != null && etag.length() > 2 && etag.startsWith("\"") && etag.indexOf('"', 1) == etag.length() - 1;
        return etag != null && isPlain ? etag.substring(1, etag.length() - 1) : etag;
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
                held.put(json.currentName(), value(json));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the catalogue holds what no version of this program wrote", e);
        }
        return held;
    }

    private static Held value(JsonParser json) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_TRUE -> Held.THERE;
            case VALUE_STRING -> Held.at(json.getText());
            case VALUE_NUMBER_INT -> new Held(true, null, json.getLongValue(), null);
            case START_ARRAY -> {
                Long length = json.nextToken() == JsonToken.VALUE_NUMBER_INT ? (Long) json.getLongValue() : null;
                String etag = json.nextTextValue();
                // Behind the array's end stands the next source.
                boolean ended = json.currentToken() == JsonToken.END_ARRAY;
                String at = ended ? null : json.nextTextValue();
                if (!ended && json.currentToken() != JsonToken.END_ARRAY) {
                    json.nextToken();
                }
                yield new Held(true, at, length, etag);
            }
            default -> Held.NOT;
        };
    }
}
