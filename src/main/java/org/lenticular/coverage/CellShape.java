package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Poly;

/**
 * The outline of a small cell. Its sides are no great circles, but nearly: the cell lies within the great circles' quadrangle, or not farther outside
 * than its bulge.
 *
 * @param corners in the south, east, north and west
 * @param bulge in radians
 */
record CellShape(S2Point[] corners, double bulge) {
    /** Of a cell's radius: how far sides may bulge next to a pole, where cells of all orders look alike. */
    private static final double AT_POLE = 0.065;

    /** The same so many cells away from it: less and less. */
    private static final double FROM_POLE = 0.164;

    /** What is computed here may be so much off, in radians. */
    private static final double ROUNDING = 1e-12;

    /** The outlines of the four parts of a cell, in their order: they have nine corners between them. */
    static CellShape[] parts(int order, long cell) {
        S2Point[] corners = new S2Point[9];
        for (int i = 0; i < 9; i++) {
            corners[i] = Healpix.place(order, cell, 0.5 * (i % 3), 0.5 * (i / 3));
        }
        CellShape[] parts = new CellShape[4];
        for (int i = 0; i < 4; i++) {
            int south = (i & 1) + 3 * (i >> 1);
            parts[i] = of(order + 1, corners[south], corners[south + 1], corners[south + 4], corners[south + 3]);
        }
        return parts;
    }

    private static CellShape of(int order, S2Point south, S2Point east, S2Point north, S2Point west) {
        S2Point polar = north.getZ() > 0 ? north : south;
        double away = (1 << order) * Math.sqrt(polar.getX() * polar.getX() + polar.getY() * polar.getY());
        double bulge = Healpix.radius(order) * Math.min(AT_POLE, FROM_POLE / away) + ROUNDING;
        return new CellShape(new S2Point[] {south, east, north, west}, bulge);
    }

    /** A quadrangle that all of the cell is in. */
    Poly around() {
        S2Point sum = corners[0].add(corners[1]).add(corners[2]).add(corners[3]);
        S2Point middle = sum.div(sum.norm());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners.length; i++) {
            least = Math.min(least, inward(i).dotProd(middle));
        }
        // The sides move out as the corners do, in proportion; by the last factor, what the sphere's bend makes of it.
        double wider = 1 + bulge / least * 1.01;
        S2Point[] moved = new S2Point[corners.length];
        for (int i = 0; i < moved.length; i++) {
            S2Point out = middle.add(corners[i].sub(middle).mul(wider));
            moved[i] = out.div(out.norm());
        }
        return Poly.convex(moved);
    }

    /** The unit vector across a side, from one corner to the next, to where the cell is. */
    S2Point inward(int side) {
        S2Point from = corners[side];
        S2Point to = corners[(side + 1) % corners.length];
        S2Point across = from.add(to).crossProd(to.sub(from));
        return across.div(across.norm());
    }
}
