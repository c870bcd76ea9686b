package org.lenticular.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.PlacesReader.ReadPlace;
import org.lenticular.location.LocationResolver;

/** Reads an operator's configuration, and tells everything that is wrong with it in one go. */
public final class ConfigReader {
    private static final String DEFAULT_FOLDER = "var";

    private final Path file;
    private final Problems problems;
    private final Map<String, LocationResolver.Kind> kinds;

    private ConfigReader(Path file, Problems problems, Map<String, LocationResolver.Kind> kinds) {
        this.file = file;
        this.problems = problems;
        this.kinds = kinds;
    }

    /**
     * The configuration in this file. The tables that it names are there and can be read, but are not opened.
     *
     * @param kinds of places, by name: they check the settings of theirs
     * @throws ConfigException with every problem, where there is any
     */
    public static Config read(Path file, Map<String, LocationResolver.Kind> kinds) throws ConfigException {
        Problems problems = new Problems();
        Path absolute = file.toAbsolutePath().normalize();
        Optional<Config> config = YamlFile.read(absolute, problems)
                .flatMap(root -> root.section(Keys.ROOT))
                .map(root -> new ConfigReader(absolute, problems, kinds).config(root));
        if (config.isEmpty() || !problems.isEmpty()) {
            throw new ConfigException(absolute, problems.all(), config);
        }
        return config.get();
    }

    private Config config(Section root) {
        Config.Service service = ServiceReader.read(root);
        Path folder = catalogueFolder(root);
        Config.Limits limits = LimitsReader.read(root);
        WatchReader watch = WatchReader.read(root);
        PlacesReader reader = new PlacesReader(file.resolveSibling(""), kinds, watch);
        Map<String, ReadPlace> read = reader.read(root);
        Map<String, CollectionSettings> collections =
                new CollectionsReader(file.resolveSibling(""), read, watch).read(root);
        reader.checkUnused(read, collections.values());
        Map<String, Config.Place> places = new LinkedHashMap<>();
        read.forEach((name, place) -> places.put(name, place.place()));
        return new Config(file, service, folder, limits, watch.rules(), places, collections);
    }

    private Path catalogueFolder(Section root) {
        Optional<Section> section = root.value("catalogue").flatMap(Value::section);
        section.ifPresent(this::checkCatalogueKeys);
        Path standard = file.resolveSibling(DEFAULT_FOLDER);
        return section.flatMap(each -> each.value("folder"))
                .flatMap(this::folder)
                .orElse(standard);
    }

    private void checkCatalogueKeys(Section section) {
        for (Map.Entry<String, Value> entry : section.values().entrySet()) {
            if (entry.getKey().equals("url")) {
                Value url = entry.getValue();
                problems.add(new Problem(
                        url.line(), url.key(), "", "comes with a later version", "write folder: var instead of it"));
            } else if (!Keys.CATALOGUE.names().contains(entry.getKey())) {
                Section.unknown(entry.getValue(), Problems.known(entry.getKey(), Keys.CATALOGUE.names()));
            }
        }
    }

    private Optional<Path> folder(Value value) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = file.resolveSibling(text.get()).normalize();
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                value.problem("is no folder", "name a folder: it is made where there is none");
            }
            return Optional.of(folder);
        } catch (InvalidPathException e) {
            value.problem("cannot be the name of a folder", "write a path");
            return Optional.empty();
        }
    }
}
