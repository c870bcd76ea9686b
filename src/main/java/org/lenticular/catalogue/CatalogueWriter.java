package org.lenticular.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.ImageTable.StoredColumn;

/**
 * Takes in one collection anew, beside what is served. Until {@link #publish} nothing of it is seen; closed without it, nothing is left. Not
 * thread-safe.
 */
public interface CatalogueWriter extends AutoCloseable {
    /**
     * Adds an image.
     *
     * @return the row of an earlier image with the same {@code did}, and then this one is not added; empty where it was
     */
    OptionalLong image(ImageRecord image) throws IOException;

    /** A new listing without anything in it, for this load; it changes nothing of what is published. */
    Listing listing() throws IOException;

    /**
     * Adds a product of a dataset, behind those that it has; a {@code #this} goes before all others.
     *
     * @return false where the dataset has a product of this path and semantics, and then this one is not added
     */
    boolean product(String dataset, Product product) throws IOException;

    /**
     * Ends the adding, and sees to it that each dataset begins with itself. An image whose file is no product of its dataset becomes one, a
     * {@code #this} behind those that there are, of the image's format and held as the image is. A dataset that has no {@code #this} then is taken
     * out: its first link would pass for it.
     */
    Settled settle() throws IOException;

    /**
     * @param added images that became products
     * @param removed datasets without a {@code #this}
     */
    record Settled(long added, Set<String> removed) {
        public Settled {
            removed = Set.copyOf(removed);
        }
    }

    /**
     * {@linkplain #settle Settles} what is not settled, puts rows in the order of the sky, indexes them, and lets every reader see them, in one
     * step.
     *
     * @param columns of each image's row
     * @param holders sources that hold a copy of something
     * @param inputs what was read, so that a later load can tell whether anything changed
     */
    void publish(List<StoredColumn> columns, Set<String> holders, String inputs) throws IOException;

    @Override
    void close();
}
