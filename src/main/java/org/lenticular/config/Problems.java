package org.lenticular.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lenticular.fault.Nearest;

/** Gathers the problems while a file is read on; the same one counts once, however often it is met. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Problem problem) {
        found.add(problem);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(found);
    }

    /** A remedy that lists what is known, and names the one that was most likely meant: {@code known: http, s3 (s3?)}. */
    static String known(String name, Collection<String> known) {
        return "known: " + String.join(", ", known)
                + Nearest.of(name, known).map(nearest -> " (" + nearest + "?)").orElse("");
    }
}
