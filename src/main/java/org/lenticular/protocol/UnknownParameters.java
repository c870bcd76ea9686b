package org.lenticular.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lenticular.fault.Nearest;
import org.lenticular.fault.Quoted;
import org.lenticular.table.Info;

/** Parameters that nobody reads: they are ignored, as DALI wants, and named, so that a misspelt one is not taken for one that found everything. */
public final class UnknownParameters {
    /** More are no help. */
    private static final int MOST = 10;

    /** What clients send everywhere (DALI 1.1 §3.4, older protocols, registries), and nobody misses. */
    private static final Set<String> HARMLESS =
            Set.of("REQUEST", "VERSION", "RUNID", "LANG", "SERVICE", "STANDARDID", "COMPRESS", "UPLOAD", "_", "");

    private UnknownParameters() {}

    /**
     * One INFO for each that was sent and is not known.
     *
     * @param known the parameters that the protocol reads, in any case
     */
    public static List<Info> warnings(Parameters parameters, Collection<String> known) {
        return parameters.names().stream()
                .filter(name -> !HARMLESS.contains(name) && known.stream().noneMatch(name::equalsIgnoreCase))
                .limit(MOST)
                .map(name -> warning("the parameter " + Quoted.value(name) + " is not known here, and was ignored"
                        + Nearest.of(name, known)
                                .map(near -> " (" + near + "?)")
                                .orElse("")))
                .toList();
    }

    /** Something that a client should know of its answer. */
    public static Info warning(String text) {
        return new Info(Info.WARNING, Quoted.oneLine(text));
    }
}
