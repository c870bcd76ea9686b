package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;

/** The sides of regions. */
final class Boundary {

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
            return edges(poly);
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

    private static List<Arc> edges(Poly poly) {
        int size = poly.size();
        List<Arc> edges = new ArrayList<>(size);
        S2Point before = poly.vertex(size - 1);
        for (int i = 0; i < size; i++) {
            S2Point vertex = poly.vertex(i);
            edges.add(Arc.between(before, vertex));
            before = vertex;
        }
        return edges;
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
