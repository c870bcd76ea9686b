package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Poly;
import org.lenticular.sky.Region;

/** How one footprint lies to cells. Not thread-safe. */
interface Touch {
    /** What is certain of all that is within an angle of a place. */
    enum Side {
        /** It is all in the footprint. */
        INSIDE,
        /** It is all outside. */
        OUTSIDE,
        /** Neither is certain. */
        UNKNOWN
    }

    /** @param radius in radians, less than 1 */
    Side side(S2Point place, double radius);

    /** Whether the footprint shares a place with a cell; it may be said of one that is not farther from it than the cell's bulge. */
    boolean touches(CellShape cell);

    /** @param footprint no union: its parts are asked about one by one */
    static Touch of(Region footprint) {
        return footprint instanceof Poly poly && ConvexTouch.suits(poly)
                ? new ConvexTouch(poly)
                : footprint instanceof Cap cap ? new CapTouch(cap) : new AnyTouch(footprint);
    }
}
