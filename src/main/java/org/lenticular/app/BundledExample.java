package org.lenticular.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The example configuration and its collections, out of the archive in a temporary folder: what is served where no configuration is given. */
public final class BundledExample implements AutoCloseable {
    private static final String CONFIGURATION = "bundled/lenticular.yaml";

    private final Path folder;

    private BundledExample(Path folder) {
        this.folder = folder;
    }

    /** Unpacks it; closing deletes it again. */
    public static BundledExample unpack() throws IOException {
        URL url = BundledExample.class.getClassLoader().getResource(CONFIGURATION);
        if (url == null) {
            throw new NoSuchFileException("the archive holds no example configuration");
        }
        BundledExample example = new BundledExample(Files.createTempDirectory("lenticular-"));
        try {
            if (url.getProtocol().equals("file")) {
                example.copyFolder(Path.of(url.toURI()).resolveSibling(""));
            } else {
                example.copyEntries((JarURLConnection) url.openConnection());
            }
            return example;
        } catch (URISyntaxException e) {
            throw new IOException("cannot read " + url, e);
        }
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

    private void copyFolder(Path from) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            try (InputStream in = Files.newInputStream(file)) {
                copy(in, from.relativize(file).toString());
            }
        }
    }

    private void copyEntries(JarURLConnection connection) throws IOException {
        // A cached archive would stay open, and a container could not delete or replace it.
        connection.setUseCaches(false);
        String name = connection.getEntryName();
        String prefix = name.substring(0, name.lastIndexOf('/') + 1);
        try (JarFile archive = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        copy(in, entry.getName().substring(prefix.length()));
                    }
                }
            }
        }
    }

    private void copy(InputStream in, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(in, target);
    }
}
