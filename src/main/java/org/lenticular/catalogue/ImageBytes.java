package org.lenticular.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
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

    /**
     * The same image, its copies held otherwise.
     *
     * @param image which may have bytes of others behind its own
     * @param length its own bytes
     * @param held of which no ETags are kept
     */
    public static byte[] withHeld(byte[] image, int length, Map<String, Held> held) {
        EncodedRow.Reader row = new EncodedRow.Reader();
        row.start(image, row(image));
        row.advance();
        byte[] head = Arrays.copyOf(image, row.end());
        row.advance();
        byte[] cell = EncodedRow.encode(List.of(HeldJson.writePlaces(held)));
        byte[] bytes = Arrays.copyOf(head, head.length + cell.length + length - row.end());
        System.arraycopy(cell, 0, bytes, head.length, cell.length);
        System.arraycopy(image, row.end(), bytes, head.length + cell.length, length - row.end());
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
