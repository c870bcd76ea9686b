package org.lenticular.load;

import java.util.List;
import java.util.stream.Collectors;
import org.lenticular.config.Problem;

/** A collection was not loaded. What was served of it before still is. The message is for people, of one line or more. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    LoadException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of();
    }

    LoadException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** @param problems at least one */
    LoadException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong before any row is read; empty where it was the rows that did not do. */
    public List<Problem> problems() {
        return problems;
    }
}
