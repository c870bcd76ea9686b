package org.lenticular.archive;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The IVOA DataLink core vocabulary ({@code http://www.ivoa.net/rdf/datalink/core}, 2022-01-27), in its order. */
public final class Semantics {
    /** The dataset itself. */
    public static final String THIS = "#this";

    private static final String VOCABULARY = "http://www.ivoa.net/rdf/datalink/core#";

    private static final Set<String> CORE = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
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
            "package")));

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");

    private Semantics() {}

    /**
     * Whether the text may stand in the column {@code semantics}: {@code #term} of the core vocabulary, or an absolute URI of another, since
     * core terms are written in the short form only (DataLink 1.1 §3.2.6).
     */
    public static boolean isValid(String text) {
        return text.startsWith("#")
                ? CORE.contains(text.substring(1))
                : ABSOLUTE.matcher(text).matches() && !text.startsWith(VOCABULARY);
    }

    /** The core terms without their {@code #}, in the vocabulary's order, for a message that names what would be right. */
    public static Set<String> terms() {
        return CORE;
    }
}
