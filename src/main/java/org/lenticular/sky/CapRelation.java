package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.List;

/**
 * How a circle lies to another simple region: by the distances of the other's sides from its centre; where it
 * is more than half the sky, by their distances from the centre of what it leaves out.
 */
final class CapRelation {

    private CapRelation() {}

    static boolean overlaps(Cap cap, Region other) {
        if (other.contains(cap.centre())) {
            return true;
        }
        return cap.isSmall()
                ? nearest(sidesNear(cap, other), cap.centre()) <= Sphere.chord(cap.radius()) + Sphere.EDGE
                : farthest(Boundary.of(other), cap.centre().neg()) >= Sphere.chord(180 - cap.radius()) - Sphere.EDGE;
    }

    private static List<Arc> sidesNear(Cap cap, Region other) {
        if (!(other instanceof Poly poly)) {
            return Boundary.of(other);
        }
        double chord = Sphere.chord(cap.radius());
        return poly.isClearOf(cap.centre(), chord) ? List.of() : poly.edgesNear(cap.centre(), chord);
    }

    static boolean covers(Cap cap, Region inner) {
        if (cap.radius() == 180) {
            return true;
        }
        S2Point opposite = cap.centre().neg();
        if (inner.contains(opposite)) {
            return false;
        }
        List<Arc> sides = Boundary.of(inner);
        return cap.isSmall()
                ? farthest(sides, cap.centre()) <= Sphere.chord(cap.radius()) + Sphere.EDGE
                : nearest(sides, opposite) >= Sphere.chord(180 - cap.radius()) - Sphere.EDGE;
    }

    static boolean isCovered(Cap cap, Region outer) {
        if (!outer.contains(cap.centre())) {
            return false;
        }
        List<Arc> sides = Boundary.of(outer);
        if (sides.isEmpty() || outer instanceof Cap whole && whole.radius() == 180) {
            return true;
        }
        return cap.isSmall()
                ? nearest(sides, cap.centre()) >= Sphere.chord(cap.radius()) - Sphere.EDGE
                : farthest(sides, cap.centre().neg()) <= Sphere.chord(180 - cap.radius()) + Sphere.EDGE;
    }

    private static double nearest(List<Arc> sides, S2Point place) {
        double least = Double.POSITIVE_INFINITY;
        for (Arc side : sides) {
            least = Math.min(least, side.nearest2(place));
        }
        return Math.sqrt(least);
    }

    private static double farthest(List<Arc> sides, S2Point place) {
        double most = Double.NEGATIVE_INFINITY;
        for (Arc side : sides) {
            most = Math.max(most, side.farthest2(place));
        }
        return Math.sqrt(most);
    }
}
