package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Poly;

/**
 * A convex polygon, which most footprints are: two convex shapes within half the sky are apart where a side of one of them parts them, so neither
 * crossings nor angles need be computed.
 */
final class ConvexTouch implements Touch {
    /** In radians; edges are thinner, and what is computed here more exact. */
    private static final double SLACK = 1e-11;

    /** Wider ones may be more than half the sky away from a cell. */
    private static final double WIDEST = 1;

    private final int size;
    private final double[] vertices;
    /** Of each side, the unit vector to where the polygon is. */
    private final double[] inward;

    private final S2Point middle;
    private final double reach;

    ConvexTouch(Poly footprint) {
        this.size = footprint.size();
        this.vertices = new double[3 * size];
        this.inward = new double[3 * size];
        for (int i = 0; i < size; i++) {
            S2Point from = footprint.vertex(i);
            S2Point to = footprint.vertex((i + 1) % size);
            S2Point across = from.add(to).crossProd(to.sub(from));
            put(vertices, i, from);
            put(inward, i, across.div(across.norm()));
        }
        this.middle = middle(footprint);
        this.reach = reach(footprint, middle);
    }

    private static void put(double[] into, int index, S2Point vector) {
        into[3 * index] = vector.getX();
        into[3 * index + 1] = vector.getY();
        into[3 * index + 2] = vector.getZ();
    }

    private static S2Point middle(Poly poly) {
        S2Point sum = new S2Point(0, 0, 0);
        for (int i = 0; i < poly.size(); i++) {
            sum = sum.add(poly.vertex(i));
        }
        return sum.div(sum.norm());
    }

    /** The straight distance to the farthest vertex: nothing of a convex polygon is farther. */
    private static double reach(Poly poly, S2Point middle) {
        double farthest = 0;
        for (int i = 0; i < poly.size(); i++) {
            farthest = Math.max(farthest, poly.vertex(i).sub(middle).norm());
        }
        return farthest;
    }

    /** Whether a polygon is of this kind. */
    static boolean suits(Poly poly) {
        return poly.isConvex() && reach(poly, middle(poly)) < WIDEST;
    }

    @Override
    public Side side(S2Point place, double radius) {
        double x = place.getX();
        double y = place.getY();
        double z = place.getZ();
        double dx = x - middle.getX();
        double dy = y - middle.getY();
        double dz = z - middle.getZ();
        // Angles are longer than the straight way: the sum is no less than that of the sum of both.
        double most = reach + radius + SLACK;
        if (dx * dx + dy * dy + dz * dz > most * most) {
            return Side.OUTSIDE;
        }
        double least = least(inward, size, x, y, z);
        // What is told is the sine of the angle to a side, which is less than the angle.
        return least < -radius - SLACK ? Side.OUTSIDE : least > radius + SLACK ? Side.INSIDE : Side.UNKNOWN;
    }

    private static double least(double[] vectors, int count, double x, double y, double z) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3 * count; i += 3) {
            least = Math.min(least, vectors[i] * x + vectors[i + 1] * y + vectors[i + 2] * z);
        }
        return least;
    }

    @Override
    public boolean touches(CellShape cell) {
        double far = -cell.bulge() - SLACK;
        S2Point[] corners = cell.corners();
        int inside = 0xF;
        for (int i = 0; i < 3 * size; i += 3) {
            boolean parted = true;
            for (int corner = 0; corner < corners.length; corner++) {
                S2Point place = corners[corner];
                double in = inward[i] * place.getX() + inward[i + 1] * place.getY() + inward[i + 2] * place.getZ();
                parted &= in < far;
                inside &= in < 0 ? ~(1 << corner) : 0xF;
            }
            if (parted) {
                return false;
            }
        }
        return inside != 0 || !isPartedBySide(cell, far);
    }

    private boolean isPartedBySide(CellShape cell, double far) {
        for (int side = 0; side < cell.corners().length; side++) {
            S2Point across = cell.inward(side);
            double x = across.getX();
            double y = across.getY();
            double z = across.getZ();
            boolean parted = true;
            for (int i = 0; i < 3 * size; i += 3) {
                parted &= vertices[i] * x + vertices[i + 1] * y + vertices[i + 2] * z < far;
            }
            if (parted) {
                return true;
            }
        }
        return false;
    }
}
