package org.lenticular.catalogue.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionBytes;
import org.lenticular.table.EncodedRow;

/** Reads the images that datasets are. Not thread-safe. */
final class ImageOfDataset {
    private final Sessions sessions;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private byte[] bytes = new byte[4096];

    ImageOfDataset(Sessions sessions) {
        this.sessions = sessions;
    }

    /** @param image its number in the file of images */
    DatasetImage read(long image) {
        bytes = sessions.images().read(image, bytes);
        row.start(bytes, ImageBytes.row(bytes));
        row.advance(); // its path
        row.advance(); // what sources hold
        List<StoredColumn> columns = sessions.table().columns();
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.advance();
            cells.add(row.text());
        }
        boolean placed = ImageBytes.row(bytes) > ImageBytes.footprint();
        Optional<Region> footprint =
                placed ? Optional.of(RegionBytes.decode(bytes, ImageBytes.footprint())) : Optional.empty();
        return new DatasetImage(columns, cells, footprint);
    }
}
