package org.lenticular.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;

/** A stream of datasets, read once. Not thread-safe. */
public interface Datasets extends AutoCloseable {
    /** The next dataset; null at the end. */
    @Nullable
    Dataset next();

    /**
     * The image that the dataset handed out last is: the one whose file is its first {@code #this}, else its first one; empty where it has no image.
     * Looked up when it is asked for.
     */
    Optional<DatasetImage> image();

    @Override
    void close();
}
