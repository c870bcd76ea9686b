package org.lenticular.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.sky.RegionBytes;
import org.lenticular.table.EncodedRow;

/**
 * An image as engines keep it, in one value, since reading several costs more than reading one: three bytes for the length of its footprint, the
 * footprint (none: found by no region), then one encoded row: path, what sources hold (without lengths and ETags), and the cells.
 */
public final class ImageBytes {
    private ImageBytes() {}

    public static byte[] encode(ImageRecord image) {
        byte[] footprint = image.footprint().map(RegionBytes::encode).orElse(new byte[0]);
        if (footprint.length > 0xFFFFFF) {
            throw new IllegalArgumentException("a footprint of " + footprint.length + " bytes is too long");
        }
        List<@Nullable String> cells = new ArrayList<>(image.cells().size() + 2);
        cells.add(image.path());
        cells.add(HeldJson.writePlaces(image.held()));
        cells.addAll(image.cells());
        byte[] row = EncodedRow.encode(cells);
        byte[] bytes = Arrays.copyOf(
                new byte[] {(byte) (footprint.length >> 16), (byte) (footprint.length >> 8), (byte) footprint.length},
                3 + footprint.length + row.length);
        System.arraycopy(footprint, 0, bytes, 3, footprint.length);
        System.arraycopy(row, 0, bytes, 3 + footprint.length, row.length);
        return bytes;
    }

    /** Where the footprint begins; it ends where the row begins. */
    public static int footprint() {
        return 3;
    }

    /** Where the row begins. */
    public static int row(byte[] image) {
        return 3 + ((image[0] & 0xFF) << 16 | (image[1] & 0xFF) << 8 | image[2] & 0xFF);
    }
}
