package org.lenticular.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.sky.Region;

/**
 * One image as far as its row has been understood: what derived cells are made from.
 *
 * @param position of its centre, from the row or else from the footprint
 * @param path of its file in the collection
 */
record Image(Row row, String dataset, String path, Optional<Region> footprint, Position position) {
    String fileName() {
        String plain = path.replaceFirst("[/?#]+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /** Makes one cell of an image. */
    interface CellMaker {
        @Nullable
        String cell(Image image) throws BadRow;
    }
}
