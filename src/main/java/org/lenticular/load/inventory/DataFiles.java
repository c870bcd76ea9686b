package org.lenticular.load.inventory;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of a report on this machine. */
final class DataFiles {
    /** What would lead out of the folders that reports are copied into. */
    private static final Set<String> REFUSED = Set.of(".", "..");

    private DataFiles() {}

    /**
     * Where the object of a key is kept: beside the manifest, or in the folder that the key names, seen from one of those that the manifest is in. So
     * it is found whether the bucket of reports was copied from its root, from the report's folder on, or into one flat folder.
     */
    static Optional<Path> find(Path manifest, String key) {
        List<String> parts =
                Stream.of(key.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty() || parts.stream().anyMatch(REFUSED::contains)) {
            return Optional.empty();
        }
        try {
            Path name = Path.of(parts.get(parts.size() - 1));
            if (Files.isRegularFile(manifest.resolveSibling(name))) {
                return Optional.of(manifest.resolveSibling(name));
            }
            int levels = 0;
            for (Path folder = manifest.getParent();
                    folder != null && levels <= parts.size();
                    folder = folder.getParent(), levels++) {
                for (int from = 0; from < parts.size() - 1; from++) {
                    Path file = folder.resolve(String.join("/", parts.subList(from, parts.size())));
                    if (Files.isRegularFile(file)) {
                        return Optional.of(file);
                    }
                }
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
