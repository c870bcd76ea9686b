package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * All places of one region that are not inside another: {@code Not} in ALMA's footprints. The edge of the hole
 * belongs to it.
 *
 * @param base what there is
 * @param hole what is taken from it
 */
public record Difference(Region base, Region hole) implements Region {

    @Override
    public boolean contains(S2Point place) {
        return base.contains(place) && !hole.inside(place);
    }

    @Override
    public boolean inside(S2Point place) {
        return base.inside(place) && !hole.contains(place);
    }

    /** The centre of the base, even where that is in the hole. */
    @Override
    public S2Point centre() {
        return base.centre();
    }
}
