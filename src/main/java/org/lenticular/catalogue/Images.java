package org.lenticular.catalogue;

import java.util.Map;
import org.lenticular.archive.Held;
import org.lenticular.table.EncodedRow;

/** A stream of images, read once. Not thread-safe. */
public interface Images extends AutoCloseable {
    /** Moves to the next image; false at the end. */
    boolean next();

    /** The current image's place in the catalogue's order, from 0; the same in every answer from one load. */
    long number();

    /** The current image's path in its collection: its file is a product like any other. */
    String path();

    /** Where the current image's copies are otherwise than by rule, by source name; their lengths and ETags are known of its product only. */
    Map<String, Held> held();

    /** What the images' rows hold: of the load that this stream reads, which a newer one may have replaced meanwhile. */
    ImageTable table();

    /** Stands before the first cell of the current image's row, in the order of {@link ImageTable#columns}; valid until {@link #next}. */
    EncodedRow.Reader row();

    @Override
    void close();
}
