package org.lenticular.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.load.LoadException;
import org.lenticular.load.Loader;
import org.lenticular.load.Progress;

/** Run by the build: loads the example into the archive, so that who tries it need not wait for a load. */
public final class BundledCatalogue {
    private BundledCatalogue() {}

    /**
     * @param arguments the example's configuration in the build's folder, and the moment that all in the archive is dated by: the same sources
     *     give the same bytes
     */
    public static void main(String[] arguments) throws IOException, ConfigException, LoadException {
        Config config = Lenticular.read(Path.of(arguments[0]));
        // What an earlier build has left may be of other code.
        remove(config.catalogueFolder());
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        CatalogueStore store = new SqliteStore(
                config.catalogueFolder(),
                config.limits().queryTime(),
                config.limits().maxQueries(),
                clock);
        new Loader(store, Progress.none()).loadMissing(config);
        for (String collection : config.collections().keySet()) {
            Files.deleteIfExists(config.catalogueFolder().resolve(collection).resolve("lock"));
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
