package org.lenticular.sky;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;

/**
 * An order of places in which neighbours on the sky mostly stand together: along a Hilbert curve over the six
 * faces of a cube. Rows of a catalogue lie in it, so that what one search finds shares pages.
 */
public final class SkyOrder {

    private SkyOrder() {}

    /** The number of a place, a unit vector, along the curve; compared as a signed long. */
    public static long key(S2Point place) {
        // S2 numbers its cells as unsigned longs; with the top bit turned, signed comparison orders them alike.
        return S2CellId.fromPoint(place).id() ^ Long.MIN_VALUE;
    }

    /** The number of the place that stands for a region. */
    public static long key(Region region) {
        return key(region.centre());
    }
}
