package org.lenticular.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lenticular.config.Config.TableSettings;
import org.lenticular.fault.Nearest;

/** Reads which files are meant as tables: {@code FILE}, {@code {file: FILE, format: FORMAT}}, or a list of them. */
final class TablesReader {
    private static final Remedies TABLE = new Remedies(
            "name files: %s/*.fits",
            "a table is a file beside the configuration: fetch it first; databases come with a later version");

    private static final Remedies INVENTORY = new Remedies(
            "name the report's manifest: %s/manifest.json",
            "an inventory lies in files beside the configuration: fetch them first, its manifest.json and its folder data");

    private final Path folder;

    /**
     * What to do instead of naming these.
     *
     * @param folder {@code %s} stands for what is named
     * @param address of something elsewhere
     */
    private record Remedies(String folder, String address) {}

    /**
     * @param folder that relative paths begin in
     */
    TablesReader(Path folder) {
        this.folder = folder;
    }

    /**
     * One or more tables; names with {@code *} and {@code ?} stand for each file that fits.
     *
     * @param remedy what to do where none is named
     */
    List<TableSettings> tables(Value value, String remedy) {
        List<TableSettings> tables = new ArrayList<>();
        Set<Path> files = new HashSet<>();
        if (value.isList() && value.items().isEmpty()) {
            value.problem("names no file", remedy);
        }
        for (Value item : value.items()) {
            for (TableSettings table : each(item)) {
                if (!files.add(table.file())) {
                    item.problem("means " + table.file() + ", which is there already", "name each file once");
                }
                tables.add(table);
            }
        }
        return tables;
    }

    /** Just one table. */
    Optional<TableSettings> table(Value value) {
        return one(value, each(value));
    }

    /** Just one report of S3 Inventory, by its manifest. */
    Optional<Path> inventory(Value value) {
        return one(value, files(value, INVENTORY));
    }

    private static <T> Optional<T> one(Value value, List<T> files) {
        if (files.size() > 1) {
            value.problem("means " + files.size() + " files", "name one");
        }
        return files.stream().findFirst();
    }

    private List<TableSettings> each(Value value) {
        if (!value.isMap()) {
            return tableFiles(value).stream()
                    .map(file -> new TableSettings(file, Optional.empty()))
                    .toList();
        }
        Optional<Section> section = value.section(Keys.TABLE);
        Optional<String> format = section.flatMap(each -> each.text("format"));
        return section
                .flatMap(each -> each.required("file", "name the table's file"))
                .map(this::tableFiles)
                .orElse(List.of())
                .stream()
                .map(file -> new TableSettings(file, format))
                .toList();
    }

    private List<Path> tableFiles(Value value) {
        return files(value, TABLE);
    }

    private List<Path> files(Value value, Remedies remedies) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.get().contains("://") || text.get().startsWith("jdbc:")) {
            value.problem("is no file", remedies.address());
            return List.of();
        }
        List<Path> files = FilePattern.files(folder, text.get());
        if (files.isEmpty()) {
            value.problem(FilePattern.isPattern(text.get()) ? "fits no file" : "does not exist", nearest(text.get()));
        }
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                value.problem("is a folder", String.format(remedies.folder(), text.get()));
            } else if (!Files.isReadable(file)) {
                value.problem("cannot be read", "let the user of this process read it");
            }
        }
        return files;
    }

    /** Where a relative path begins, and what is called nearly like it there. */
    private String nearest(String text) {
        int slash = text.lastIndexOf('/');
        String parent = text.substring(0, slash + 1);
        List<String> names = FilePattern.files(folder, parent + "*").stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        return "paths begin in " + folder
                + Nearest.of(text.substring(slash + 1), names)
                        .map(name -> " (" + parent + name + "?)")
                        .orElse("");
    }
}
