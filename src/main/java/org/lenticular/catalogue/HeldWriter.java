package org.lenticular.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Writes what was learned of copies into a collection, beside what is served. Until {@link #publish} nothing of it is seen; closed without it,
 * nothing is left. Not thread-safe.
 */
public interface HeldWriter extends AutoCloseable {
    /** Takes in what was learned of one product's copies. */
    void learn(String dataset, String path, String semantics, List<Learned> copies) throws IOException;

    /**
     * Lets every reader see it, in one step: products and images alike. The inputs that the collection was loaded from stay the same, its version
     * changes.
     *
     * @param holders sources that hold a copy of something now
     */
    void publish(Set<String> holders) throws IOException;

    @Override
    void close();
}
