package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one collection: a file for each load that is still of use, and a pointer to the one that is served. The pointer is moved in one
 * step, so that a reader sees the old load or the new one, whole.
 */
record Folder(Path path) {
    static final String ENDING = ".sqlite";
    private static final String POINTER = "current";

    /** The file that is served; empty before the first load. */
    Optional<Path> current() throws IOException {
        try {
            String name = Files.readString(path.resolve(POINTER)).strip();
            return Optional.of(path.resolve(name)).filter(Files::isRegularFile);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Serves this file from now on, and removes loads before the one that it replaces: readers may not have left that yet. */
    void serve(Path file) throws IOException {
        Optional<Path> replaced = current();
        Path pointer = path.resolve(POINTER + ".next");
        Files.writeString(
                pointer,
                file.getFileName() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        try {
            Files.move(pointer, path.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "the file system of " + path + " cannot replace a file in one step; put the catalogue on another",
                    e);
        }
        keepOnly(Stream.concat(Stream.of(file), replaced.stream()).toList());
    }

    /** Removes what loads that died have left. */
    void keepOnlyCurrent() throws IOException {
        keepOnly(current().stream().toList());
    }

    private void keepOnly(List<Path> keep) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(file -> file.getFileName().toString().contains(ENDING))
                    .filter(file -> !keep.contains(file))
                    .toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
