package org.lenticular.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;

/**
 * How engines keep what sources hold of one product: by source name, {@code false} for no copy, {@code true} for one by the product's own path, a
 * text for its own path or location. Nothing at all is the empty text: so it is for most products.
 */
public final class HeldJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private HeldJson() {}

    public static String write(Map<String, Held> held) {
        if (held.isEmpty()) {
            return "";
        }
        Map<String, Object> object = new TreeMap<>();
        held.forEach((source, copy) -> object.put(source, copy.at() != null ? copy.at() : (Object) copy.there()));
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and booleans can always be written", e);
        }
    }

    /** The reverse; a null is nothing. */
    public static Map<String, Held> read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        try {
            return JSON.readValue(text, OBJECT).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, HeldJson.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalogue holds what no version of this program wrote", e);
        }
    }

    private static Function<Map.Entry<String, Object>, Held> value() {
        return entry -> entry.getValue() instanceof String at
                ? Held.at(at)
                : new Held(Boolean.TRUE.equals(entry.getValue()), null);
    }
}
