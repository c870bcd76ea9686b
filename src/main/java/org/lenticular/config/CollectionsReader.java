package org.lenticular.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.archive.Roles;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.PlacesReader.ReadPlace;
import org.lenticular.fault.Nearest;

/** Reads {@code collections}. */
final class CollectionsReader {
    /** Addresses that stand beside the collections' own (design: addresses). */
    private static final Set<String> RESERVED = Set.of("capabilities", "availability", "tables", "examples", "query");

    private final TablesReader tables;
    private final HoldingsReader holdings;
    private final Map<String, String> taken = new HashMap<>();

    CollectionsReader(Path folder, Map<String, ReadPlace> places, WatchReader watch) {
        this.tables = new TablesReader(folder);
        this.holdings = new HoldingsReader(folder, places, tables, watch);
    }

    Map<String, CollectionSettings> read(Section root) {
        Map<String, CollectionSettings> collections = new LinkedHashMap<>();
        Optional<Value> value = root.required("collections", "name at least one, with its table");
        Optional<Section> section = value.flatMap(Value::section);
        if (section.isPresent() && section.get().values().isEmpty()) {
            value.get().problem("names no collection", "write at least one, with its table");
        }
        section.ifPresent(all -> all.values().forEach((name, each) -> {
            checkName(name, each);
            each.section(Keys.COLLECTION).ifPresent(found -> collections.put(name, collection(name, found)));
        }));
        return collections;
    }

    private CollectionSettings collection(String name, Section section) {
        DatasetsReader datasets = new DatasetsReader(tables, section);
        return new CollectionSettings(
                name,
                section.text("title").orElse(name),
                section.text("description"),
                section.required("table", "name the file that lists the images")
                        .map(value -> tables.tables(value, "name the file that lists the images"))
                        .orElse(List.of()),
                datasets.id(),
                datasets.products(),
                datasets.productTable(),
                section.value("services").map(LinkedServicesReader::read).orElse(List.of()),
                holdings.read(section),
                section.value("columns").map(CollectionsReader::columns).orElse(Map.of()),
                section.text("citation"),
                section.value("access_url")
                        .flatMap(CollectionsReader::accessUrl)
                        .orElse(AccessUrl.IMAGE),
                section.value("bad_rows")
                        .flatMap(CollectionsReader::share)
                        .orElse(CollectionSettings.DEFAULT_BAD_ROWS));
    }

    private void checkName(String name, Value value) {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")) {
            tell(value, "cannot be the name of a collection", "letters, digits, _, - and (not first) . can");
        } else if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            tell(value, "is an address of the service itself", "choose another name");
        }
        String first = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (first != null) {
            tell(value, "differs from " + first + " by case only", "choose another name");
        }
    }

    /** A problem with a key, whatever its value. */
    private static void tell(Value value, String reason, String remedy) {
        value.problems().add(new Problem(value.line(), value.key(), "", reason, remedy));
    }

    private static Map<String, Template> columns(Value value) {
        Map<String, Template> columns = new LinkedHashMap<>();
        value.section()
                .ifPresent(section -> section.values().forEach((role, each) -> {
                    if (!Roles.ALL.contains(role)) {
                        tell(
                                each,
                                "is no column of ObsCore or SIA",
                                Nearest.of(role, Roles.ALL)
                                        // Who writes ra means s_ra rather than SIA_ra.
                                        .or(() -> Roles.ALL.stream()
                                                .filter(known -> known.endsWith("_" + role))
                                                .max(Comparator.naturalOrder()))
                                        .map(nearest -> nearest + "?")
                                        .orElse(
                                                "their names begin with s_, t_, em_, obs_, SIA_, …; docs/configuration.md lists them"));
                    }
                    each.template().ifPresent(template -> columns.put(role, template));
                }));
        return columns;
    }

    private static Optional<AccessUrl> accessUrl(Value value) {
        Optional<String> text = value.text();
        Optional<AccessUrl> known = text.flatMap(word -> Arrays.stream(AccessUrl.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst());
        if (text.isPresent() && known.isEmpty()) {
            value.problem("is neither image nor links", "write what access_url of SIA 2.0 shall lead to, or nothing");
        }
        return known;
    }

    private static Optional<Double> share(Value value) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("[0-9]*\\.?[0-9]+([eE]-?[0-9]+)?") || Double.parseDouble(text.get()) > 1) {
            value.problem("is no share", "write a number from 0 to 1: 0.01 is one row in a hundred");
            return Optional.empty();
        }
        return text.map(Double::valueOf);
    }
}
