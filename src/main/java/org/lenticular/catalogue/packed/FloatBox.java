package org.lenticular.catalogue.packed;

import java.nio.ByteBuffer;
import org.lenticular.sky.Box;

/** A box in the precision of the tree's entries, rounded outward as they are. */
public final class FloatBox {
    private final float minX;
    private final float maxX;
    private final float minY;
    private final float maxY;
    private final float minZ;
    private final float maxZ;

    public FloatBox(Box box) {
        minX = Floats.down(box.minX());
        maxX = Floats.up(box.maxX());
        minY = Floats.down(box.minY());
        maxY = Floats.up(box.maxY());
        minZ = Floats.down(box.minZ());
        maxZ = Floats.up(box.maxZ());
    }

    /** @param entry where one of the tree's begins */
    boolean touches(MappedFile file, long entry) {
        ByteBuffer piece = file.piece(entry);
        int at = MappedFile.within(entry);
        return piece.getFloat(at) <= maxX
                && piece.getFloat(at + 4) >= minX
                && piece.getFloat(at + 8) <= maxY
                && piece.getFloat(at + 12) >= minY
                && piece.getFloat(at + 16) <= maxZ
                && piece.getFloat(at + 20) >= minZ;
    }
}
