package org.lenticular.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.audit.Summary.Counts;

/** One JSON object: {@code findings}, an object for each copy that is not fine, then {@code collections} with counts for each place. */
public final class JsonReport implements Report {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final List<Summary> summaries = new ArrayList<>();

    public JsonReport(Writer out) throws IOException {
        json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeArrayFieldStart("findings");
    }

    @Override
    public void finding(String collection, AskedProduct product, AskedCopy copy) throws IOException {
        json.writeStartObject();
        json.writeStringField("collection", collection);
        json.writeStringField("source", copy.source());
        json.writeStringField("dataset", product.dataset());
        json.writeStringField("path", product.path());
        json.writeStringField("semantics", product.semantics());
        json.writeStringField("finding", copy.finding().words());
        number("expected_bytes", copy.expected());
        number("found_bytes", copy.length());
        json.writeStringField("location", copy.location());
        json.writeStringField("reason", copy.reason());
        json.writeEndObject();
    }

    @Override
    public void nowhere(String collection, AskedProduct product) throws IOException {
        json.writeStartObject();
        json.writeStringField("collection", collection);
        json.writeStringField("dataset", product.dataset());
        json.writeStringField("path", product.path());
        json.writeStringField("semantics", product.semantics());
        json.writeStringField("finding", NO_COPY);
        json.writeStringField("reason", NOBODY);
        json.writeEndObject();
    }

    private void number(String name, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    @Override
    public void end(Summary summary) {
        summaries.add(summary);
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeObjectFieldStart("collections");
        for (Summary summary : summaries) {
            json.writeObjectFieldStart(summary.collection());
            json.writeBooleanField("complete", summary.complete());
            json.writeNumberField("products", summary.products());
            json.writeNumberField("no_copy", summary.nowhere());
            if (summary.sample().isPresent()) {
                Sample sample = summary.sample().get();
                json.writeObjectFieldStart("sample");
                json.writeNumberField("copies_of_each_source", sample.copies());
                json.writeNumberField("seed", sample.seed());
                json.writeEndObject();
            }
            json.writeObjectFieldStart("sources");
            for (Map.Entry<String, Counts> source : summary.sources().entrySet()) {
                counts(source.getKey(), source.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void counts(String source, Counts counts) throws IOException {
        json.writeObjectFieldStart(source);
        for (Finding finding : Finding.values()) {
            json.writeNumberField(finding.name().toLowerCase(Locale.ROOT), counts.of(finding));
        }
        json.writeObjectFieldStart("reasons");
        for (Map.Entry<String, Long> reason : counts.reasons().entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
