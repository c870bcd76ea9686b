package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * A closed set of places on the sky. How two of them lie to each other is {@link Relation}'s to say.
 *
 * <p>Where a region comes from text, {@link RegionText} makes it; from degrees, the kinds' own {@code of}.
 */
public sealed interface Region permits Spot, Cap, Rect, Poly, Union, Intersection, Difference {

    /** Whether a place, a unit vector, is in the region or on its edge. */
    boolean contains(S2Point place);

    /** Whether a place, a unit vector, is in the region and not on its edge. A part of a union may be its edge. */
    boolean inside(S2Point place);

    /**
     * A place, a unit vector, that stands for the region: the position that it was made around where there is
     * one, else its centroid. The centroid of a bent or composed region may lie outside it.
     */
    S2Point centre();
}
