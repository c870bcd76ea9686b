package org.lenticular.sky;

import java.util.List;

/** How two regions lie to each other, exactly: right wherever they are more than 1e-9 radians from touching. */
public final class Relation {

    private Relation() {}

    /** Whether two regions share a place; touching is sharing. */
    public static boolean overlaps(Region a, Region b) {
        if (a instanceof Spot spot) {
            return b.contains(spot.centre());
        }
        if (b instanceof Spot || rank(b) > rank(a)) {
            return overlaps(b, a);
        }
        if (a instanceof Union union) {
            return anyOverlaps(union.parts(), b);
        }
        if (Boundary.isComposed(a)) {
            return composedOverlaps(a, b);
        }
        if (a instanceof Cap cap) {
            return CapRelation.overlaps(cap, b);
        }
        return a instanceof Rect rect && b instanceof Poly poly ? overlaps(rect, poly) : simpleOverlaps(a, b);
    }

    /** The order in which a pair's first is chosen, so that each pair is told once. */
    private static int rank(Region region) {
        if (region instanceof Union) {
            return 4;
        }
        if (Boundary.isComposed(region)) {
            return 3;
        }
        if (region instanceof Cap) {
            return 2;
        }
        return region instanceof Rect ? 1 : 0;
    }

    private static boolean anyOverlaps(List<Region> parts, Region other) {
        for (Region part : parts) {
            if (overlaps(part, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean composedOverlaps(Region a, Region b) {
        if (a instanceof Difference difference) {
            if (!overlaps(difference.base(), b)) {
                return false;
            }
            if (!overlaps(difference.hole(), b)) {
                return true;
            }
        }
        return Arrangement.overlaps(a, b);
    }

    private static boolean overlaps(Rect rect, Poly poly) {
        if (poly.contains(rect.centre())) {
            return true;
        }
        if (poly.isClearOf(rect.centre(), rect.reach())) {
            return false;
        }
        return anyEndIn(rect.sides(), poly)
                || anyVertexIn(poly, rect)
                || anyCross(rect.sides(), poly.edgesNear(rect.centre(), rect.reach()));
    }

    private static boolean anyVertexIn(Poly poly, Rect rect) {
        for (int i = 0; i < poly.size(); i++) {
            if (rect.contains(poly.vertex(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyEndIn(List<Arc> sides, Region region) {
        for (Arc side : sides) {
            if (region.contains(side.start()) || region.contains(side.end())) {
                return true;
            }
        }
        return false;
    }

    /** For regions whose sides do not cross themselves: sides cross, or one holds the other. */
    private static boolean simpleOverlaps(Region a, Region b) {
        if (a instanceof Poly one && b instanceof Poly other && (one.isParted(other) || other.isParted(one))) {
            return false;
        }
        List<Arc> first = Boundary.of(a);
        List<Arc> second = Boundary.of(b);
        if (first.isEmpty() || second.isEmpty()) {
            return true;
        }
        return anyEndIn(first, b) || anyEndIn(second, a) || anyCross(first, second);
    }

    private static boolean anyCross(List<Arc> first, List<Arc> second) {
        for (Arc arc : first) {
            for (Arc other : second) {
                if (Crossing.any(arc, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether all places of the inner region are in the outer; edges may touch. */
    public static boolean covers(Region outer, Region inner) {
        if (inner instanceof Spot spot) {
            return outer.contains(spot.centre());
        }
        if (inner instanceof Union union) {
            return union.parts().stream().allMatch(part -> covers(outer, part));
        }
        if (outer instanceof Intersection intersection) {
            return intersection.parts().stream().allMatch(part -> covers(part, inner));
        }
        if (outer instanceof Union union && union.parts().stream().anyMatch(part -> covers(part, inner))) {
            return true;
        }
        if (Boundary.isComposed(outer) || Boundary.isComposed(inner)) {
            return composedCovers(outer, inner);
        }
        if (inner instanceof Cap cap) {
            return CapRelation.isCovered(cap, outer);
        }
        return outer instanceof Cap cap ? CapRelation.covers(cap, inner) : simpleCovers(outer, inner);
    }

    private static boolean composedCovers(Region outer, Region inner) {
        if (outer instanceof Difference difference) {
            if (!covers(difference.base(), inner)) {
                return false;
            }
            if (!overlaps(difference.hole(), inner)) {
                return true;
            }
        }
        return Arrangement.covers(outer, inner);
    }

    private static boolean simpleCovers(Region outer, Region inner) {
        boolean straight = inner instanceof Poly;
        List<Arc> sides = Boundary.of(inner);
        for (Arc side : sides) {
            if (!outer.contains(side.start()) || !outer.contains(side.end())) {
                return false;
            }
        }
        // The straight way between two places of a convex polygon is in it, and so is all that such ways enclose.
        return outer instanceof Poly poly && poly.isConvex() && straight || Arrangement.covers(outer, inner);
    }
}
