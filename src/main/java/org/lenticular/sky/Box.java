package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * A box with sides along the axes around a region's unit vectors: what the catalogue's tree keeps of an image
 * and is searched with. It is tight, and never too small: regions that overlap have boxes that intersect.
 */
public record Box(double minX, double maxX, double minY, double maxY, double minZ, double maxZ) {

    /** Regions that {@link Relation} holds for touching may be an edge's thickness apart. */
    private static final double PADDING = 2 * Sphere.EDGE;

    private static final S2Point[] AXES = {
        S2Point.X_POS, S2Point.X_NEG, S2Point.Y_POS, S2Point.Y_NEG, S2Point.Z_POS, S2Point.Z_NEG
    };

    /** The box of a region; that of a difference is its base's. */
    public static Box of(Region region) {
        if (region instanceof Difference difference) {
            return of(difference.base());
        }
        double[] far = new double[6];
        for (int axis = 0; axis < 6; axis++) {
            // An axis's point inside the region is its farthest in that direction; else that is on a side.
            far[axis] = region.contains(AXES[axis]) ? 1 : -1;
        }
        for (Arc side : Boundary.of(region)) {
            for (int axis = 0; axis < 6; axis++) {
                far[axis] = Math.max(far[axis], farthest(side, AXES[axis]));
            }
        }
        for (int axis = 0; axis < 6; axis++) {
            far[axis] += PADDING;
        }
        return new Box(-far[1], far[0], -far[3], far[2], -far[5], far[4]);
    }

    /** How far an arc reaches in a direction: at one of its ends, or where its circle does, if that is on it. */
    static double farthest(Arc arc, S2Point direction) {
        double ends = Math.max(arc.start().dotProd(direction), arc.end().dotProd(direction));
        S2Point axis = arc.axis();
        S2Point across = direction.sub(axis.mul(direction.dotProd(axis)));
        double length = across.norm();
        if (length == 0) {
            return ends;
        }
        S2Point top = axis.mul(1 - arc.depth()).add(across.mul(arc.radius() / length));
        return arc.holds(top) ? Math.max(ends, top.dotProd(direction)) : ends;
    }

    /** Whether two boxes share a point; touching is sharing. */
    public boolean intersects(Box other) {
        return minX <= other.maxX
                && other.minX <= maxX
                && minY <= other.maxY
                && other.minY <= maxY
                && minZ <= other.maxZ
                && other.minZ <= maxZ;
    }
}
