package org.lenticular.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Optional<Config> readable;

    /**
     * @param file the configuration
     * @param problems at least one
     */
    public ConfigException(Path file, List<Problem> problems) {
        this(file, problems, Optional.empty());
    }

    /** @param readable the configuration as far as it could be read, mistakes left out */
    ConfigException(Path file, List<Problem> problems, Optional<Config> readable) {
        super(report(file, byLine(problems)));
        this.problems = byLine(problems);
        this.readable = readable;
    }

    /** What could be read all the same, for whoever looks for further mistakes; never to be served. */
    public Optional<Config> readable() {
        return readable;
    }

    /** These mistakes, and those that were found in the tables of what was {@linkplain #readable}, save those that only follow from these. */
    public ConfigException and(Path file, List<Problem> inTables) {
        List<Problem> all = new ArrayList<>(problems);
        inTables.stream()
                .filter(found -> problems.stream().noneMatch(told -> follows(found, told)))
                .forEach(all::add);
        return new ConfigException(file, all, readable);
    }

    /** Whether one is at, in or around the other. Behind a misspelt key, what it was meant to be seems to be missing. */
    private static boolean follows(Problem found, Problem told) {
        String key = told.reason().equals(Section.UNKNOWN)
                ? told.key().substring(0, Math.max(0, told.key().lastIndexOf('.')))
                : told.key();
        // An item that could not be read is left out, and those behind it have moved up.
        boolean isLeftOut = key.matches(".*\\[[0-9]+](\\.path)?");
        String one = steps(found.key(), isLeftOut);
        String other = steps(key, isLeftOut);
        return one.startsWith(other) || other.startsWith(one);
    }

    private static String steps(String key, boolean withoutItems) {
        String steps = key.replace("[", ".[") + ".";
        int item = steps.indexOf('[');
        return withoutItems && item >= 0 ? steps.substring(0, item) : steps;
    }

    /** Everything that is wrong, in the order of the file; last what is at no one line. */
    public List<Problem> problems() {
        return problems;
    }

    /** For people: one line for each problem, and a last one that counts them. */
    public String report() {
        return String.valueOf(getMessage());
    }

    private static List<Problem> byLine(List<Problem> problems) {
        Comparator<Problem> byLine =
                Comparator.comparingInt(problem -> problem.line() > 0 ? problem.line() : Integer.MAX_VALUE);
        return problems.stream().sorted(byLine).toList();
    }

    private static String report(Path file, List<Problem> problems) {
        Path name = file.getFileName();
        String shortName = name == null ? file.toString() : name.toString();
        String count = problems.size() == 1 ? "1 problem in " : problems.size() + " problems in ";
        return problems.stream()
                .map(problem -> problem.in(shortName) + "\n")
                .collect(Collectors.joining("", "", count + file));
    }
}
