package org.lenticular.catalogue;

import java.io.IOException;
import java.util.Optional;
import org.lenticular.archive.Held;

/**
 * What one place lists of its files, kept beside a load until the load's products have asked: it may be far more than memory holds. It goes with
 * the load. Not thread-safe.
 */
public interface Listing {
    /**
     * Adds a copy.
     *
     * @param name by which products ask for it; a directory's ends with a slash
     * @return false where there is one of this name, and then this one is not added
     */
    boolean add(String name, Held copy) throws IOException;

    /** The copy of this name; empty where none is listed. */
    Optional<Held> file(String name) throws IOException;

    /**
     * The directory of this name, which is there where anything in it is listed, or it is itself. Its length is the one it is listed with, else the
     * sum over the files in it, at any depth, where all of them have one.
     *
     * @param name ends with a slash
     */
    Optional<Held> directory(String name) throws IOException;
}
