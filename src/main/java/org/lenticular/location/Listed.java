package org.lenticular.location;

import org.jspecify.annotations.Nullable;

/**
 * What a place lists in a directory.
 *
 * @param name behind the directory's own name, and never with a leading slash
 * @param length bytes; null when not told
 * @param etag null when not told
 */
public record Listed(
        String name, @Nullable Long length, @Nullable String etag) {}
