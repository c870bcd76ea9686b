package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one collection: for each load that is still of use its database and the files that belong to it, and a pointer to the one that is served.
 * The pointer is moved in one step, so that a reader sees the old load or the new one, whole.
 */
record Folder(Path path) {
    static final String ENDING = ".sqlite";

    private static final String IMAGES = ".images";
    private static final String FACTS = ".facts";
    /** What names of files end with that belong to a load, save those that are not whole. */
    private static final List<String> ENDINGS = List.of(ENDING, IMAGES, FACTS);

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final String POINTER = "current";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+" + Pattern.quote(ENDING));

    /** What a load is named by, of whichever of its files. */
    static String version(Path file) {
        String name = file.getFileName().toString();
        for (String ending : ENDINGS) {
            int end = name.lastIndexOf(ending);
            if (end >= 0) {
                return name.substring(0, end);
            }
        }
        return "";
    }

    /** The file with the images that belong to a database. */
    static Path imagesOf(Path database) {
        return database.resolveSibling(version(database) + IMAGES);
    }

    /** The file with what of them can be constrained. */
    static Path factsOf(Path database) {
        return database.resolveSibling(version(database) + FACTS);
    }

    /** The database that is served; empty before the first load. */
    Optional<Path> current() throws IOException {
        String name;
        try {
            name = Files.readString(path.resolve(POINTER)).strip();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (!NAME.matcher(name).matches()) {
            throw new IOException(path.resolve(POINTER) + " names no catalogue file: load the collection again");
        }
        return Optional.of(path.resolve(name)).filter(Files::isRegularFile);
    }

    /** Serves this file from now on, and removes loads before the one that it replaces: readers may not have left that yet. */
    void serve(Path file) throws IOException {
        Optional<Path> replaced = readable();
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
        try {
            remove(old -> !sameLoad(old, file)
                    && replaced.filter(served -> sameLoad(old, served)).isEmpty());
        } catch (IOException e) {
            // It is served all the same; the next load tries again.
            LOG.warn("an old catalogue file was not removed: {}", e.getMessage());
        }
    }

    /**
     * What is told of a file that could not be written.
     *
     * @param interrupted what is told where the application stops
     */
    IOException unwritten(SQLException cause, String interrupted) {
        if (Thread.currentThread().isInterrupted()) {
            return new InterruptedIOException(interrupted);
        }
        return new IOException(
                "the catalogue could not be written in " + path + ", what was served before still is: "
                        + cause.getMessage(),
                cause);
    }

    /** Removes what loads that died have left, and what the last one replaced. */
    void tidy() throws IOException {
        Optional<Path> current = readable();
        remove(file -> {
            String name = file.getFileName().toString();
            boolean partial = ENDINGS.stream().noneMatch(name::endsWith);
            return partial || current.filter(served -> !sameLoad(file, served)).isPresent();
        });
    }

    private static boolean sameLoad(Path one, Path other) {
        return version(one).equals(version(other));
    }

    /** The file that is served, as far as that can be read: a pointer that cannot be is no reason not to load anew. */
    private Optional<Path> readable() {
        try {
            return current();
        } catch (IOException e) {
            LOG.warn("the catalogue in {} could not be read: {}", path, e.getMessage());
            return Optional.empty();
        }
    }

    private void remove(Predicate<Path> old) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(Folder::isOfALoad).filter(old).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isOfALoad(Path file) {
        String name = file.getFileName().toString();
        return name.contains(ENDING) || ENDINGS.stream().anyMatch(name::endsWith);
    }
}
