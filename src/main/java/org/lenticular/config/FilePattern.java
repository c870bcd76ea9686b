package org.lenticular.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** A path in which {@code *}, {@code ?} and {@code [a-z]} stand for many: {@code tess/*.fits}, {@code s00??/*}. */
final class FilePattern {
    private FilePattern() {}

    /** The files that fit, in the order of their names; a path without a pattern is one file, where it exists. */
    static List<Path> files(Path folder, String pattern) {
        try {
            // A file may have brackets in its name; it goes before what they could stand for.
            if (!pattern.matches("(?s).*[*?].*") && Files.exists(folder.resolve(pattern))) {
                return List.of(folder.resolve(pattern).normalize());
            }
            List<Path> found = List.of(pattern.startsWith("/") ? Path.of("/") : folder);
            for (String part : pattern.split("/")) {
                found = part.isEmpty() ? found : step(found, part);
            }
            return found.stream().map(Path::normalize).toList();
        } catch (InvalidPathException | PatternSyntaxException e) {
            return List.of();
        }
    }

    static boolean isPattern(String text) {
        return text.matches("(?s).*[*?\\[].*");
    }

    private static List<Path> step(List<Path> folders, String part) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            Path plain = isPattern(part) ? folder : folder.resolve(part);
            if (!isPattern(part) && Files.exists(plain)) {
                found.add(plain);
            } else if (isPattern(part) && Files.isDirectory(folder)) {
                found.addAll(children(folder, part));
            }
        }
        return found;
    }

    private static List<Path> children(Path folder, String part) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, part)) {
            for (Path child : stream) {
                // As in a shell: what begins with a dot is hidden, such as what a Mac or an editor leaves beside a
                // table.
                if (part.startsWith(".") || !String.valueOf(child.getFileName()).startsWith(".")) {
                    children.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed has nothing that fits; the caller tells that nothing was found.
            return List.of();
        }
        Collections.sort(children);
        return children;
    }
}
