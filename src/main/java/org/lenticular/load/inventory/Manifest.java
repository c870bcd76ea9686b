package org.lenticular.load.inventory;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code manifest.json} says, as far as it is of use here.
 *
 * @param texts its plain fields, by name
 * @param lines where each of them stands, from 1
 * @param files that the report consists of
 */
record Manifest(Path path, Map<String, String> texts, Map<String, Integer> lines, List<Listed> files) {
    /** A report of a hundred million objects has some thousand files, of 150 bytes each here. */
    private static final long LARGEST = 64L << 20;

    private static final String REMEDY = "name the manifest.json of a report of S3 Inventory";

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * One of the files.
     *
     * @param key of the object that it is in the bucket where reports go
     * @param size in bytes; -1 where it is not told
     * @param md5 in hexadecimal digits; null where it is not told
     * @param line where the manifest has it
     */
    record Listed(String key, long size, @Nullable String md5, int line) {}

    /** Reads it whole. */
    static Manifest read(Path path) throws InventoryException, IOException {
        if (!Files.isRegularFile(path)) {
            throw new InventoryException(InventoryProblem.of(path, "is no file", REMEDY));
        }
        if (Files.size(path) > LARGEST) {
            throw new InventoryException(
                    InventoryProblem.of(path, "is larger than " + LARGEST + " bytes, and so no manifest", REMEDY));
        }
        Manifest manifest = new Manifest(path, new HashMap<>(), new HashMap<>(), new ArrayList<>());
        try (JsonParser json = JSON.createParser(path.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw manifest.problem(json, "is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                manifest.field(json, json.currentName());
            }
            return manifest;
        } catch (JacksonException e) {
            throw new InventoryException(InventoryProblem.at(
                    path, Math.max(1, e.getLocation().getLineNr()), "is no JSON: " + e.getOriginalMessage(), REMEDY));
        }
    }

    private void field(JsonParser json, String name) throws IOException, InventoryException {
        lines.put(name, json.currentLocation().getLineNr());
        JsonToken value = json.nextToken();
        if (name.equals("files")) {
            if (value != JsonToken.START_ARRAY) {
                throw problem(json, "has no list behind files");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                files.add(listed(json));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw problem(json, "has something else than files in its list of files");
            }
        } else if (value.isScalarValue()) {
            texts.put(name, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private Listed listed(JsonParser json) throws IOException, InventoryException {
        int line = json.currentLocation().getLineNr();
        String key = null;
        String md5 = null;
        long size = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("key") && value == JsonToken.VALUE_STRING) {
                key = json.getText();
            } else if (name.equals("MD5checksum") && value == JsonToken.VALUE_STRING) {
                md5 = json.getText();
            } else if (name.equals("size") && value == JsonToken.VALUE_NUMBER_INT) {
                size = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        if (key == null) {
            throw problem(json, "lists a file without its key");
        }
        return new Listed(key, size, md5, line);
    }

    private InventoryException problem(JsonParser json, String reason) {
        return new InventoryException(
                InventoryProblem.at(path, json.currentLocation().getLineNr(), reason, REMEDY));
    }

    /** The text of a field; empty where it has none. */
    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** A problem with a field: with its line, where it is there. */
    InventoryProblem problem(String field, String reason, String remedy) {
        Integer line = lines.get(field);
        return line == null
                ? InventoryProblem.of(path, reason, remedy)
                : InventoryProblem.at(path, line, reason, remedy);
    }
}
