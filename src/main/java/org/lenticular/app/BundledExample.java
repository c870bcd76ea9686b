package org.lenticular.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The example configuration and its collections, out of the archive in a temporary folder: what is served where no configuration is given. */
public final class BundledExample implements AutoCloseable {
    private static final String BUNDLED = "bundled/";
    private static final String CONTENTS = "contents.txt";

    private final Path folder;

    private BundledExample(Path folder) {
        this.folder = folder;
    }

    /**
     * Run by the build: writes down which files there are. A class loader gives a file of a name, but lists none: each container keeps an archive's
     * files in a way of its own.
     */
    static void list(Path folder) throws IOException {
        Path contents = folder.resolve(CONTENTS);
        Files.deleteIfExists(contents);
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
            Files.write(contents, names);
        }
    }

    /** Unpacks it; closing deletes it again. */
    public static BundledExample unpack() throws IOException {
        List<String> names;
        try (InputStream contents = open(CONTENTS)) {
            names = new String(contents.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        BundledExample example = new BundledExample(Files.createTempDirectory("lenticular-"));
        try {
            for (String name : names) {
                example.copy(name);
            }
            return example;
        } catch (IOException e) {
            example.close();
            throw e;
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = BundledExample.class.getClassLoader().getResourceAsStream(BUNDLED + name);
        if (in == null) {
            throw new NoSuchFileException("the archive holds no " + BUNDLED + name);
        }
        return in;
    }

    public Path configuration() {
        return folder.resolve("lenticular.yaml");
    }

    /** Deletes the folder with all that has come into it. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.resolveSibling(""));
        try (InputStream in = open(name)) {
            Files.copy(in, target);
        }
    }
}
