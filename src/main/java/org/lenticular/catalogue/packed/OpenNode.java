package org.lenticular.catalogue.packed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lenticular.sky.Box;

/** An entry of the tree while it grows. Around nothing, its least is more than its most, so that no box touches it. */
final class OpenNode {
    private float minX = Float.POSITIVE_INFINITY;
    private float maxX = Float.NEGATIVE_INFINITY;
    private float minY = Float.POSITIVE_INFINITY;
    private float maxY = Float.NEGATIVE_INFINITY;
    private float minZ = Float.POSITIVE_INFINITY;
    private float maxZ = Float.NEGATIVE_INFINITY;
    private int size;

    void around(Box box) {
        minX = Floats.down(box.minX());
        maxX = Floats.up(box.maxX());
        minY = Floats.down(box.minY());
        maxY = Floats.up(box.maxY());
        minZ = Floats.down(box.minZ());
        maxZ = Floats.up(box.maxZ());
    }

    void add(OpenNode child) {
        minX = Math.min(minX, child.minX);
        maxX = Math.max(maxX, child.maxX);
        minY = Math.min(minY, child.minY);
        maxY = Math.max(maxY, child.maxY);
        minZ = Math.min(minZ, child.minZ);
        maxZ = Math.max(maxZ, child.maxZ);
        size++;
    }

    /** How many children it has. */
    int size() {
        return size;
    }

    byte[] entry(long leaf) {
        ByteBuffer entry = ByteBuffer.allocate(Layout.ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        entry.putFloat(minX)
                .putFloat(maxX)
                .putFloat(minY)
                .putFloat(maxY)
                .putFloat(minZ)
                .putFloat(maxZ);
        return entry.putLong(leaf).array();
    }
}
