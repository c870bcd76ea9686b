package org.lenticular.stac;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.LinkedHashSet;
import java.util.Set;

/** The schemas of STAC 1.1.0, of GeoJSON and of the extensions that items here use, from files. */
public final class StacSchemas {
    private static final String FILES = "classpath:stac/";
    private static final String STORAGE = "https://stac-extensions.github.io/storage/v2.0.0/";
    private static final String ALTERNATES = "https://stac-extensions.github.io/alternate-assets/v1.2.0/schema.json";

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(STORAGE + "platforms/", FILES + "storage/")
                    .mappings(StacSchemas::file)));

    private StacSchemas() {}

    private static String file(String address) {
        String file = address.substring(address.lastIndexOf('/') + 1).replace("#", "");
        if (address.startsWith(STORAGE)) {
            return FILES + "storage.json";
        } else if (address.startsWith(ALTERNATES)) {
            return FILES + "alternate-assets.json";
        }
        return address.startsWith("https://schemas.stacspec.org/") || address.startsWith("https://geojson.org/")
                ? FILES + file
                : address;
    }

    /** What is wrong with an item, by STAC's schema and those that it says it follows; nothing where it is valid. */
    public static Set<String> faults(JsonNode item) {
        Set<String> faults = new LinkedHashSet<>();
        faults.addAll(faults("https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/item.json", item));
        item.get("stac_extensions").forEach(extension -> faults.addAll(faults(extension.textValue(), item)));
        return faults;
    }

    private static Set<String> faults(String schema, JsonNode item) {
        JsonSchema read = FACTORY.getSchema(SchemaLocation.of(schema));
        Set<String> faults = new LinkedHashSet<>();
        for (ValidationMessage message : read.validate(item)) {
            faults.add(schema + ": " + message.getMessage());
        }
        return faults;
    }
}
