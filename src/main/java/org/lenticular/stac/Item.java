package org.lenticular.stac;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.sky.FlatMap;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.sky.RegionText;
import org.lenticular.sky.Spot;
import org.lenticular.table.Column;

/** An image as an Item of STAC 1.1.0, which is a Feature of GeoJSON: longitude is right ascension, latitude declination. */
final class Item {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String STORAGE = "https://stac-extensions.github.io/storage/v2.0.0/schema.json";
    private static final String ALTERNATES = "https://stac-extensions.github.io/alternate-assets/v1.2.0/schema.json";

    /** What stands elsewhere in an item. */
    private static final Set<String> ELSEWHERE = Set.of(
            "access_url", "cloud_access", ItemColumns.ID, ItemColumns.LINKS, ItemColumns.ASSETS, ItemColumns.SCHEMES);

    private final List<Column> columns;
    /** A row's cells by the names of their columns; empty ones are not there. */
    private final Map<String, String> cells;

    Item(List<Column> columns, Map<String, String> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    ObjectNode json() {
        ObjectNode item = JSON.objectNode();
        item.put("type", "Feature").put("stac_version", "1.1.0");
        String assets = cells.getOrDefault(ItemColumns.ASSETS, "{}");
        String schemes = cells.getOrDefault(ItemColumns.SCHEMES, "{}");
        ArrayNode extensions = item.putArray("stac_extensions");
        if (!schemes.equals("{}")) {
            extensions.add(STORAGE);
        }
        if (Assets.hasAlternates(assets)) {
            extensions.add(ALTERNATES);
        }
        item.put("id", first(ItemColumns.ID, "obs_publisher_did", "obs_id").orElse("image"));
        shape().flatMap(FlatMap::of)
                .ifPresentOrElse(
                        map -> {
                            item.set("geometry", geometry(map));
                            ArrayNode box = item.putArray("bbox");
                            map.box().forEach(box::add);
                        },
                        () -> item.putNull("geometry"));
        item.set("properties", properties(schemes));
        ArrayNode links = item.putArray("links");
        first(ItemColumns.LINKS)
                .ifPresent(address -> links.addObject()
                        .put("rel", "related")
                        .put("href", address)
                        .put("type", "application/x-votable+xml;content=datalink")
                        .put("title", "All files of the dataset (DataLink)"));
        item.putRawValue("assets", new RawValue(assets));
        return item;
    }

    private Optional<String> first(String... names) {
        for (String name : names) {
            String cell = cells.get(name);
            if (cell != null) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    /** The footprint; without one, the position. */
    private Optional<Region> shape() {
        try {
            Optional<Region> region = RegionText.parse(cells.getOrDefault("s_region", ""));
            return region.isPresent() ? region : position();
        } catch (RegionProblem e) {
            return position();
        }
    }

    private Optional<Region> position() {
        try {
            return Optional.of(Spot.of(
                    Double.parseDouble(cells.getOrDefault("s_ra", "")),
                    Double.parseDouble(cells.getOrDefault("s_dec", ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode geometry(FlatMap map) {
        ObjectNode geometry = JSON.objectNode();
        if (!map.place().isEmpty()) {
            return geometry.put("type", "Point").putPOJO("coordinates", map.place());
        }
        return map.polygons().size() == 1
                ? geometry.put("type", "Polygon")
                        .putPOJO("coordinates", map.polygons().get(0))
                : geometry.put("type", "MultiPolygon").putPOJO("coordinates", map.polygons());
    }

    /** STAC's own words, then ObsCore's by their names. */
    private ObjectNode properties(String schemes) {
        ObjectNode properties = JSON.objectNode();
        Timespan.add(properties, cells.getOrDefault("t_min", ""), cells.getOrDefault("t_max", ""));
        first("obs_title", "target_name", "obs_id").ifPresent(title -> properties.put("title", title));
        first("facility_name").ifPresent(facility -> properties.put("platform", facility));
        first("instrument_name")
                .ifPresent(instrument -> properties.putArray("instruments").add(instrument));
        for (Column column : columns) {
            String cell = cells.get(column.name());
            if (cell != null && !ELSEWHERE.contains(column.name())) {
                put(properties, column, cell);
            }
        }
        if (!schemes.equals("{}")) {
            properties.putRawValue("storage:schemes", new RawValue(schemes));
        }
        return properties;
    }

    /** As JSON's own forms here do: NaN is no value, an infinity a text. */
    private static void put(ObjectNode properties, Column column, String cell) {
        if (column.type().isText() || column.arraysize() != null) {
            properties.put(column.name(), cell);
        } else if (!cell.equals("NaN")) {
            try {
                properties.put(column.name(), new BigDecimal(cell));
            } catch (NumberFormatException e) {
                properties.put(column.name(), cell);
            }
        }
    }
}
