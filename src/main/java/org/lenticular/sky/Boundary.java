package org.lenticular.sky;

import java.util.ArrayList;
import java.util.List;

/** The sides of regions. */
final class Boundary {

    private static final double WHOLE_SPHERE = 2;

    private Boundary() {}

    /**
     * The sides of a simple region; of a composed one those of all its parts, so that some of them may lie
     * inside it or outside. None for the whole sky. A point is a circle of no size.
     */
    static List<Arc> of(Region region) {
        if (region instanceof Rect rect) {
            return rect.sides();
        }
        if (region instanceof Poly poly) {
            return poly.edgesNear(poly.vertex(0), WHOLE_SPHERE);
        }
        if (region instanceof Cap cap) {
            return List.of(Arc.around(cap.centre(), cap.radius()));
        }
        if (region instanceof Spot spot) {
            return List.of(Arc.around(spot.centre(), 0));
        }
        List<Arc> all = new ArrayList<>();
        simpleParts(region).forEach(part -> all.addAll(of(part)));
        return all;
    }

    /** The regions that a composed one is made of in the end; a simple region itself. */
    static List<Region> simpleParts(Region region) {
        List<Region> found = new ArrayList<>();
        collect(region, found);
        return found;
    }

    private static void collect(Region region, List<Region> found) {
        if (region instanceof Union union) {
            union.parts().forEach(part -> collect(part, found));
        } else if (region instanceof Intersection intersection) {
            intersection.parts().forEach(part -> collect(part, found));
        } else if (region instanceof Difference difference) {
            collect(difference.base(), found);
            collect(difference.hole(), found);
        } else {
            found.add(region);
        }
    }

    /** Whether a region is made of others. */
    static boolean isComposed(Region region) {
        return region instanceof Union || region instanceof Intersection || region instanceof Difference;
    }
}
