package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Relation;

/** A circle: by the distance from its centre, and at its edge by its exact relation. */
final class CapTouch implements Touch {
    /** In radians; what is computed here is far more exact. */
    private static final double SLACK = 1e-9;

    private final Cap footprint;
    private final double radius;

    CapTouch(Cap footprint) {
        this.footprint = footprint;
        this.radius = Math.toRadians(footprint.radius());
    }

    @Override
    public Side side(S2Point place, double radius) {
        double distance = footprint.centre().angle(place);
        if (distance > this.radius + radius + SLACK) {
            return Side.OUTSIDE;
        }
        return distance < this.radius - radius - SLACK ? Side.INSIDE : Side.UNKNOWN;
    }

    @Override
    public boolean touches(CellShape cell) {
        return Relation.overlaps(footprint, cell.around());
    }
}
