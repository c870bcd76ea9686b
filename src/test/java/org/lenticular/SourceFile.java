package org.lenticular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One source file of the program: what it belongs to, and what it names of other packages, by import or in full. */
record SourceFile(Path path, List<String> lines) {
    private static final Path ROOT = Path.of("src", "main", "java", "org", "lenticular");
    /** A package, as it stands before the name of a type: {@code java.sql.}, {@code org.lenticular.table.}. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b((?:picocli|java|javax|jakarta|org|com|uk|software|ch|me)(?:\\.[a-z][a-z0-9_]*)*)\\.[A-Z]");

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

    static List<SourceFile> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its package behind {@code org.lenticular}: {@code catalogue.sqlite}. */
    String ownPackage() {
        return ROOT.relativize(path.getParent()).toString().replace('/', '.').replace('\\', '.');
    }

    /** The packages that it names in code, not in comments or texts. */
    Set<String> named() {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("*") && !line.startsWith("/") && !line.startsWith("package "))
                .map(line -> TEXT.matcher(line).replaceAll(""))
                .flatMap(line -> NAMED.matcher(line).results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toSet());
    }

    boolean names(String packagePrefix) {
        return named().stream().anyMatch(name -> name.equals(packagePrefix) || name.startsWith(packagePrefix + "."));
    }

    @Override
    public String toString() {
        return ROOT.relativize(path).toString();
    }
}
