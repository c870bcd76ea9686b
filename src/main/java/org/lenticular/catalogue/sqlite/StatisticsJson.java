package org.lenticular.catalogue.sqlite;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Statistics;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;

/** Statistics as a JSON object of arrays of texts: by the name of an extent its two ends, by that of a term its words. */
final class StatisticsJson {
    private StatisticsJson() {}

    static String write(Statistics statistics) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = TextsJson.JSON.createGenerator(out)) {
            json.writeStartObject();
            // In one order: the same load makes the same file.
            for (Map.Entry<Extent, Interval> each : new TreeMap<>(statistics.extents()).entrySet()) {
                json.writeFieldName(each.getKey().name());
                // As text: JSON has no infinite numbers.
                TextsJson.write(
                        json,
                        List.of(
                                Double.toString(each.getValue().low()),
                                Double.toString(each.getValue().high())));
            }
            for (Map.Entry<Term, List<String>> each : new TreeMap<>(statistics.words()).entrySet()) {
                json.writeFieldName(each.getKey().name());
                TextsJson.write(json, each.getValue());
            }
            json.writeEndObject();
        }
        return out.toString();
    }

    static Statistics read(String text) throws IOException {
        Map<Extent, Interval> extents = new EnumMap<>(Extent.class);
        Map<Term, List<String>> words = new EnumMap<>(Term.class);
        try (JsonParser json = TextsJson.JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                List<@Nullable String> texts = TextsJson.readRest(json);
                if (isExtent(name)) {
                    extents.put(Extent.valueOf(name), new Interval(number(texts.get(0)), number(texts.get(1))));
                } else {
                    words.put(
                            Term.valueOf(name),
                            texts.stream().map(Objects::requireNonNull).toList());
                }
            }
        }
        return new Statistics(extents, words);
    }

    private static double number(@Nullable String text) {
        return Double.parseDouble(Objects.requireNonNull(text));
    }

    private static boolean isExtent(String name) {
        return List.of(Extent.values()).stream()
                .anyMatch(extent -> extent.name().equals(name));
    }
}
