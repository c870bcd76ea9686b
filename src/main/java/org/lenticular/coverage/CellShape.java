package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Poly;

/**
 * The outline of a small cell. Its sides are no great circles, but nearly: the cell lies within the great circles' quadrangle, or not farther outside
 * than its bulge.
 *
 * @param centre its centre, a unit vector
 * @param corners in the south, east, north and west
 * @param bulge in radians
 */
record CellShape(S2Point centre, S2Point[] corners, double bulge) {
    /** Of a cell's radius: how far sides may bulge next to a pole, where cells of all orders look alike. */
    private static final double AT_POLE = 0.065;

    /** The same so many cells away from it: less and less. */
    private static final double FROM_POLE = 0.164;

    /** What is computed here may be so much off, in radians. */
    private static final double ROUNDING = 1e-12;

    /** @param centre of the cell */
    static CellShape of(int order, long cell, S2Point centre) {
        S2Point[] corners = {
            Healpix.place(order, cell, 0, 0),
            Healpix.place(order, cell, 1, 0),
            Healpix.place(order, cell, 1, 1),
            Healpix.place(order, cell, 0, 1)
        };
        double away = (1 << order) * Math.hypot(centre.getX(), centre.getY());
        return new CellShape(centre, corners, Healpix.radius(order) * Math.min(AT_POLE, FROM_POLE / away) + ROUNDING);
    }

    /** A quadrangle that all of the cell is in. */
    Poly around() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners.length; i++) {
            S2Point side = inward(i);
            least = Math.min(least, side.dotProd(centre));
        }
        // The sides move out as the corners do, in proportion; by the last factor, what the sphere's bend makes of it.
        double wider = 1 + bulge / least * 1.01;
        S2Point[] moved = new S2Point[corners.length];
        for (int i = 0; i < moved.length; i++) {
            S2Point out = centre.add(corners[i].sub(centre).mul(wider));
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
