package org.lenticular.catalogue;

import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;

/** A stream of datasets, read once. Not thread-safe. */
public interface Datasets extends AutoCloseable {
    /** The next dataset; null at the end. */
    @Nullable
    Dataset next();

    @Override
    void close();
}
