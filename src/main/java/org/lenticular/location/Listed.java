package org.lenticular.location;

import org.jspecify.annotations.Nullable;

/**
 * What a place lists in a directory.
 *
 * @param name behind the directory's own name and its slash; with a leading slash only where the place's name has an empty part there
 * @param length bytes; null when not told
 * @param etag null when not told
 */
public record Listed(
        String name, @Nullable Long length, @Nullable String etag) {}
