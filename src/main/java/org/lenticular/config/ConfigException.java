package org.lenticular.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param file the configuration
     * @param problems at least one
     */
    public ConfigException(Path file, List<Problem> problems) {
        super(report(file, byLine(problems)));
        this.problems = byLine(problems);
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
