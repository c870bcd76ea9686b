package org.lenticular.location.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.FoundFile;
import org.lenticular.location.Listed;
import org.lenticular.location.LocalFile;
import org.lenticular.location.PlaceException;

/**
 * All files in a directory and below it, in no order: one open directory for each level, whatever their number. Links are followed as they are when
 * a file is asked for: where they stay in the folder, and not round in a circle.
 */
final class FolderWalk extends Spliterators.AbstractSpliterator<Listed> implements AutoCloseable {
    private final Path folder;
    private final Path top;
    private final Deque<Level> levels = new ArrayDeque<>();

    private FolderWalk(Path folder, Path top) {
        super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.DISTINCT);
        this.folder = folder;
        this.top = top;
    }

    /** @param real the directory's path without links */
    private record Level(Path real, String name, DirectoryStream<Path> stream, Iterator<Path> entries) {}

    /** To be closed; breaks off with a {@link PlaceException}. */
    static Stream<Listed> of(Path folder, Path directory) throws PlaceException {
        FolderWalk walk = new FolderWalk(folder, directory);
        if (Files.isDirectory(directory)) {
            walk.enter(directory, "");
        }
        return StreamSupport.stream(walk, false).onClose(walk::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Listed> action) {
        try {
            while (!levels.isEmpty()) {
                Level level = levels.getLast();
                if (!level.entries().hasNext()) {
                    leave();
                    continue;
                }
                Path entry = level.entries().next();
                Listed file = look(entry, level.name() + entry.getFileName());
                if (file != null) {
                    action.accept(file);
                    return true;
                }
            }
            return false;
        } catch (PlaceException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(unreadable(levels.getLast().real(), e));
        }
    }

    /** A file, or null for what is none; a directory is entered. */
    private @Nullable Listed look(Path entry, String name) throws PlaceException {
        try {
            LocalFile local = new LocalFile(folder, entry.toString());
            Path real = local.real();
            if (Files.isDirectory(real)) {
                if (levels.stream().noneMatch(level -> level.real().equals(real))) {
                    enter(real, name + "/");
                }
                return null;
            }
            FoundFile found = local.find();
            return new Listed(name, found.length(), found.etag());
        } catch (NoSuchFileException e) {
            // Gone meanwhile, a link that leads out, or no regular file: whoever asked for it would be told so.
            return null;
        }
    }

    private void enter(Path directory, String name) throws PlaceException {
        try {
            DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
            levels.add(new Level(directory, name, stream, stream.iterator()));
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private void leave() {
        Level level = levels.removeLast();
        try {
            level.stream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(unreadable(level.real(), e));
        }
    }

    private static PlaceException unreadable(Path directory, Exception cause) {
        return new PlaceException(
                "the folder " + directory + " cannot be listed; let the user of this process read and enter it", cause);
    }

    @Override
    public void close() {
        while (!levels.isEmpty()) {
            leave();
        }
    }
}
