package org.lenticular.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.config.ConfigReader;
import org.lenticular.config.Problem;
import org.lenticular.load.MemoryStore.Kept;
import org.lenticular.location.LocationResolver;

/** An archive with tables in a folder, and one collection {@code c} that is configured by some lines of YAML. */
final class Archive {
    private static final String SOURCES = """
            sources:
              main: { title: Main, kind: http, base: "https://archive.example/data/" }
              aws:us-east1: { title: AWS, kind: s3, region: us-east-1, bucket: pail, prefix: p/ }
              disk: { title: Our disk, kind: file, folder: fits }
            collections:
              c:
                title: Images
            """;

    private final Path folder;
    private final MemoryStore store = new MemoryStore();
    private final List<String> notes = new ArrayList<>();

    Archive(Path folder) {
        this.folder = folder;
    }

    MemoryStore store() {
        return store;
    }

    /** What was told of rows. */
    List<String> notes() {
        return notes;
    }

    /** Puts a table there, as text. */
    Archive table(String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a copy of a table of the tests there. */
    Archive resource(String name) {
        return bytes(name, read(name));
    }

    Archive bytes(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Archive.class.getResourceAsStream("/load/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration with these lines for the collection. */
    Config config(String collection) {
        String yaml = SOURCES + collection.indent(4);
        table("lenticular.yaml", yaml);
        try {
            return ConfigReader.read(folder.resolve("lenticular.yaml"), kinds());
        } catch (ConfigException e) {
            throw new AssertionError(e.getMessage() + "\n" + yaml, e);
        }
    }

    static Map<String, LocationResolver.Kind> kinds() {
        Map<String, LocationResolver.Kind> kinds = new HashMap<>();
        ServiceLoader.load(LocationResolver.Kind.class).forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }

    /** Loads the collection; what was published. */
    Kept load(String collection) {
        try {
            new Loader(store, progress()).load(config(collection), List.of());
        } catch (LoadException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return store.kept("c");
    }

    LoadReport report(String collection) {
        try {
            return new Loader(store, progress())
                    .load(config(collection), List.of())
                    .get(0);
        } catch (LoadException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void note(String message) {
                notes.add(message);
            }
        };
    }

    /** Why the collection is not loaded. */
    String refusal(String collection) {
        try {
            new Loader(store, progress()).load(config(collection), List.of());
        } catch (LoadException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("it was loaded");
    }

    /** Everything that is wrong, as far as it shows without reading rows. */
    List<String> problems(String collection) {
        return Loader.inspect(config(collection)).stream()
                .map(Problem::toString)
                .toList();
    }
}
