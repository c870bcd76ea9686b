package org.lenticular.archive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file (or directory) of a dataset.
 *
 * @param path its name in the collection; at one of the sources it may be called otherwise
 * @param semantics a term of the IVOA core vocabulary with its {@code #}, or an absolute URI (DataLink 1.1 §3.2.6)
 * @param description for people; null when unknown
 * @param contentType media type, or {@code directory}; null when unknown
 * @param contentLength bytes; null when unknown
 * @param contentQualifier a term such as {@code #image}; null when unknown (DataLink 1.1 §3.2.9)
 * @param localSemantics the archive's own stable label for this kind of product; null for none (§3.2.10)
 * @param held exceptions, by source name, to what the collection's sources hold by rule
 */
public record Product(
        String path,
        String semantics,
        @Nullable String description,
        @Nullable String contentType,
        @Nullable Long contentLength,
        @Nullable String contentQualifier,
        @Nullable String localSemantics,
        Map<String, Held> held) {
    public Product {
        held = Map.copyOf(held);
    }

    /** A product of which no more is known than where it is. */
    public static Product at(String path, Map<String, Held> held) {
        return new Product(path, "#this", null, null, null, null, null, held);
    }

    /** The same product, of which this source holds no copy after all. */
    public Product notAt(String source) {
        Map<String, Held> others = new HashMap<>(held);
        others.put(source, Held.NOT);
        return withHeld(others);
    }

    /** The same product, its copies held otherwise. */
    public Product withHeld(Map<String, Held> others) {
        return new Product(
                path, semantics, description, contentType, contentLength, contentQualifier, localSemantics, others);
    }
}
