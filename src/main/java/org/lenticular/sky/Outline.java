package org.lenticular.sky;

import com.google.common.geometry.S2Error;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Predicates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Vertices in their order, before it is known that they make a polygon.
 *
 * @param vertices unit vectors, no neighbours the same
 */
record Outline(List<S2Point> vertices) {

    /** How near to half the sky counts as half: below, rounding decides which part is the smaller. */
    private static final double HALF = 1e-9;

    /** Neighbours nearer to opposite than this, in radians, have no certain way between them. */
    private static final double OPPOSITE = 1e-9;

    static Outline ofDegrees(double[] lonLat) throws RegionProblem {
        return ofDegrees(lonLat, Frame.ICRS);
    }

    static Outline ofDegrees(double[] lonLat, Frame frame) throws RegionProblem {
        if (lonLat.length % 2 != 0) {
            throw new RegionProblem("a polygon has two numbers a vertex, not " + lonLat.length + " in all");
        }
        List<S2Point> places = new ArrayList<>(lonLat.length / 2);
        for (int i = 0; i < lonLat.length; i += 2) {
            try {
                Sphere.requirePlace(lonLat[i], lonLat[i + 1]);
            } catch (IllegalArgumentException e) {
                throw new RegionProblem("vertex " + (i / 2 + 1) + ": " + e.getMessage());
            }
            places.add(frame.point(lonLat[i], lonLat[i + 1]));
        }
        return of(places);
    }

    /** Drops those that are the same as the one before them, round the end too. */
    static Outline of(List<S2Point> places) {
        List<S2Point> kept = new ArrayList<>(places.size());
        for (S2Point place : places) {
            if (kept.isEmpty() || !isSame(kept.get(kept.size() - 1), place)) {
                kept.add(place);
            }
        }
        while (kept.size() > 1 && isSame(kept.get(0), kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        return new Outline(List.copyOf(kept));
    }

    private static boolean isSame(S2Point a, S2Point b) {
        return Sphere.distance2(a, b) <= Sphere.EDGE * Sphere.EDGE;
    }

    Poly toPoly() throws RegionProblem {
        if (new HashSet<>(vertices).size() < 3) {
            throw new RegionProblem("a polygon needs three different vertices");
        }
        refuseOpposites();
        refuseFolds();
        S2Loop loop = new S2Loop(vertices);
        S2Error error = new S2Error();
        if (loop.findValidationError(error)) {
            throw new RegionProblem("the polygon's edges cross or touch each other (" + error.text() + ")");
        }
        double turning = loop.getTurningAngle();
        if (Math.abs(turning) < HALF) {
            throw new RegionProblem("the polygon is half the sky, so it has no smaller part");
        }
        if (turning < 0) {
            loop.invert();
        }
        return new Poly(vectors(loop), isConvex(loop) ? new double[0] : placeOutside(loop));
    }

    private void refuseOpposites() throws RegionProblem {
        for (int i = 0; i < vertices.size(); i++) {
            if (Sphere.distance2(get(i), get(i + 1).neg()) < OPPOSITE * OPPOSITE) {
                throw new RegionProblem("the polygon's neighbouring vertices " + name(i) + " and " + name(i + 1)
                        + " are opposite each other, so any great circle joins them");
            }
        }
    }

    /** An edge that runs back along the one before it. S2 sees no crossing there. */
    private void refuseFolds() throws RegionProblem {
        double edge2 = Sphere.EDGE * Sphere.EDGE;
        for (int i = 0; i < vertices.size(); i++) {
            boolean folded = Arc.between(get(i), get(i + 1)).nearest2(get(i + 2)) <= edge2
                    || Arc.between(get(i + 1), get(i + 2)).nearest2(get(i)) <= edge2;
            if (folded) {
                throw new RegionProblem("the polygon's edges cross: they fold back at vertex " + name(i + 1));
            }
        }
    }

    private S2Point get(int index) {
        return vertices.get(index % vertices.size());
    }

    private int name(int index) {
        return index % vertices.size() + 1;
    }

    private static double[] vectors(S2Loop loop) {
        double[] vectors = new double[3 * loop.numVertices()];
        for (int i = 0; i < loop.numVertices(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                vectors[3 * i + axis] = loop.vertex(i).get(axis);
            }
        }
        return vectors;
    }

    private static boolean isConvex(S2Loop loop) {
        for (int i = 0; i < loop.numVertices(); i++) {
            if (S2Predicates.sign(loop.vertex(i), loop.vertex(i + 1), loop.vertex(i + 2)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Of some dozens of places all over the sky, the one outside that is farthest from every edge's great circle. */
    private static double[] placeOutside(S2Loop loop) {
        S2Point best = S2Point.Z_POS;
        double clearest = -1;
        for (int turn = 0; turn < 48; turn++) {
            // A spiral from pole to pole: no two nearly the same, and none on an axis.
            double z = (turn + 0.5) / 24 - 1;
            S2Point place = Sphere.point(137.50776 * turn + 11, Math.toDegrees(Math.asin(z)));
            double clear = clearance(loop, place);
            if (clear > clearest && !loop.contains(place)) {
                clearest = clear;
                best = place;
            }
        }
        return new double[] {best.getX(), best.getY(), best.getZ()};
    }

    private static double clearance(S2Loop loop, S2Point place) {
        double least = 1;
        for (int i = 0; i < loop.numVertices(); i++) {
            S2Point normal = Sphere.unit(Sphere.cross(loop.vertex(i), loop.vertex(i + 1)));
            least = Math.min(least, Math.abs(normal.dotProd(place)));
        }
        return least;
    }

    /** The centroid of a polygon's area; of its vertices where the area is too small to be weighed. */
    static S2Point centroid(Poly poly) {
        S2Point sum = new S2Point(0, 0, 0);
        S2Point corners = sum;
        for (int i = 0; i < poly.size(); i++) {
            S2Point from = poly.vertex(i);
            S2Point to = poly.vertex((i + 1) % poly.size());
            S2Point cross = Sphere.cross(from, to);
            double angle = Math.atan2(cross.norm(), from.dotProd(to));
            // The integral of the place over the area is half the sum of each edge's axis times its length.
            sum = sum.add(cross.mul(angle / cross.norm()));
            corners = corners.add(from);
        }
        return Sphere.unit(sum.norm() > 1e-8 ? sum : corners);
    }
}
