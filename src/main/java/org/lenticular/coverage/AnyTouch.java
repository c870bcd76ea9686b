package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Box;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Region;
import org.lenticular.sky.Relation;

/** A footprint of any kind, by the exact relations of regions. */
final class AnyTouch implements Touch {
    private final Region footprint;
    private final Box box;

    AnyTouch(Region footprint) {
        this.footprint = footprint;
        this.box = Box.of(footprint);
    }

    @Override
    public Side side(S2Point place, double radius) {
        double x = off(place.getX(), box.minX(), box.maxX());
        double y = off(place.getY(), box.minY(), box.maxY());
        double z = off(place.getZ(), box.minZ(), box.maxZ());
        if (x * x + y * y + z * z > radius * radius) {
            return Side.OUTSIDE;
        }
        Cap around = new Cap(place, Math.toDegrees(radius));
        if (!Relation.overlaps(around, footprint)) {
            return Side.OUTSIDE;
        }
        return Relation.covers(footprint, around) ? Side.INSIDE : Side.UNKNOWN;
    }

    private static double off(double value, double least, double most) {
        return Math.max(0, Math.max(least - value, value - most));
    }

    @Override
    public boolean touches(CellShape cell) {
        return Relation.overlaps(footprint, cell.around());
    }
}
