package org.lenticular.config;

import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.archive.PathPatterns;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.TableSettings;
import org.lenticular.config.PlacesReader.ReadPlace;
import org.lenticular.location.LocationResolver.Kind;

/** Reads {@code holds}: a word, or a map that names what tells it. */
final class HoldsReader {
    private static final Map<String, Holds> WORDS =
            Map.of("all", Holds.ALL, "none", Holds.NONE, "listed", Holds.LISTED);

    private static final List<String> KNOWN = List.of("all", "none", "listed");

    /** Of the keys in the map, those that tell by themselves. */
    private static final List<String> TELLING = List.of("matching", "table", "inventory");

    private static final String REMEDY =
            "write all, none or listed, or what tells it: {matching: \"folder/**\"}, {table: FILE} or {inventory: manifest.json}";

    private final TablesReader tables;

    HoldsReader(TablesReader tables) {
        this.tables = tables;
    }

    /** Empty where it cannot be told; why is. */
    Optional<Holds> read(Value value, ReadPlace place) {
        return value.isMap() ? value.section(Keys.HOLDS).flatMap(section -> map(section, place)) : word(value);
    }

    private static Optional<Holds> word(Value value) {
        if (value.isList()) {
            value.problem("is a list", REMEDY);
            return Optional.empty();
        }
        Optional<String> text = value.text();
        if (text.isPresent() && !WORDS.containsKey(text.get())) {
            value.problem("is no rule", remedy(text.get()));
        }
        return text.map(WORDS::get);
    }

    /** Who writes a pattern or a file without saying what it is gets it back with that. */
    private static String remedy(String text) {
        if (text.endsWith(".json")) {
            return "an inventory is written {inventory: \"" + text + "\"}";
        }
        if (text.indexOf('*') >= 0 || text.indexOf('/') >= 0) {
            return "a pattern of paths is written {matching: \"" + text + "\"}";
        }
        if (text.indexOf('.') > 0) {
            return "a table is written {table: \"" + text + "\"}";
        }
        return Problems.known(text, KNOWN) + ", {matching: …}, {table: …}, {inventory: …}";
    }

    private Optional<Holds> map(Section section, ReadPlace place) {
        List<String> telling =
                TELLING.stream().filter(key -> section.value(key).isPresent()).toList();
        if (telling.size() != 1) {
            boolean none = telling.isEmpty();
            // A key that is misspelt has been told.
            if (!none || Keys.HOLDS.names().containsAll(section.values().keySet())) {
                section.at()
                        .problem(none ? "says nothing" : "says it twice, by " + String.join(" and ", telling), REMEDY);
            }
            return Optional.empty();
        }
        String by = telling.get(0);
        if (!by.equals("table")) {
            section.values().forEach((key, each) -> ofTables(key, each, by));
        }
        return section.value(by).flatMap(value -> switch (by) {
            case "matching" -> matching(value);
            case "table" -> table(value, section);
            default -> inventory(value, place);
        });
    }

    private static void ofTables(String key, Value value, String by) {
        if (Keys.HOLDS.names().contains(key) && !TELLING.contains(key)) {
            value.problem("is set, but " + by + " has no columns", "take it out; it goes with a table");
        }
    }

    private static Optional<Holds> matching(Value value) {
        List<PathPatterns> patterns = new ArrayList<>();
        for (Value item : value.items()) {
            item.text().ifPresent(text -> pattern(item, text).ifPresent(patterns::add));
        }
        if (value.isList() && value.items().isEmpty()) {
            value.problem("has no pattern", "write one such as \"folder/**\", or holds: none");
        }
        return Optional.of(new Holds.Rule(PathPatterns.anyOf(patterns)));
    }

    private static Optional<PathPatterns> pattern(Value item, String text) {
        try {
            return Optional.of(PathPatterns.parse(text));
        } catch (ParseException e) {
            item.problem(
                    e.getMessage() + " at character " + (e.getErrorOffset() + 1),
                    "* ? [a-z] and ** stand for others, and a list for one or another: [\"a/**\", \"b/**\"]; such a character itself is"
                            + " written in brackets, [[] or [{]");
            return Optional.empty();
        }
    }

    private Optional<Holds> table(Value value, Section section) {
        List<TableSettings> files = tables.tables(value, "name the file that lists what is there");
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holds.Table(
                        files,
                        template(section, "path"),
                        template(section, "at"),
                        template(section, "length"),
                        template(section, "etag")));
    }

    private static Optional<Template> template(Section section, String key) {
        return section.value(key).flatMap(Value::template);
    }

    private Optional<Holds> inventory(Value value, ReadPlace place) {
        // A kind that is not known has been told.
        Optional<Kind> bucketless = place.kind().filter(kind -> !kind.settings().containsKey("bucket"));
        bucketless.ifPresent(kind -> value.problem(
                "lists a bucket, and places of kind " + kind.name() + " have none",
                "write a table of what is there: {table: FILE}"));
        Optional<Path> manifest = tables.inventory(value);
        return bucketless.isPresent() ? Optional.empty() : manifest.map(Holds.Inventory::new);
    }
}
