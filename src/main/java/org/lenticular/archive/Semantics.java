package org.lenticular.archive;

import java.util.Set;

/** The IVOA DataLink core vocabulary ({@code http://www.ivoa.net/rdf/datalink/core}, 2022-01-27), in its order. */
public final class Semantics {
    /** The dataset itself. */
    public static final String THIS = "#this";

    private static final Set<String> CORE = Set.of(
            "this",
            "progenitor",
            "derivation",
            "auxiliary",
            "weight",
            "error",
            "noise",
            "calibration",
            "bias",
            "dark",
            "flat",
            "preview",
            "preview-image",
            "preview-plot",
            "thumbnail",
            "proc",
            "cutout",
            "documentation",
            "detached-header",
            "coderived",
            "counterpart",
            "package");

    private Semantics() {}

    /** Whether the text may stand in the column {@code semantics}: {@code #term} of the core vocabulary, or an absolute URI (DataLink 1.1 §3.2.6). */
    public static boolean isValid(String text) {
        return text.startsWith("#")
                ? CORE.contains(text.substring(1))
                : Location.isWhole(text) || text.startsWith("ivo:");
    }

    /** The core terms, for a message that names what would be right. */
    public static Set<String> terms() {
        return CORE;
    }
}
