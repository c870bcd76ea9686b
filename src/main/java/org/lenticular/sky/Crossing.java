package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * Where two arcs cross or touch. Arcs of one and the same circle have no crossings here: where they share a
 * stretch, an end of one lies on the other, which callers ask for anyway.
 */
final class Crossing {

    /** How far two circles may miss each other and still be tried as touching. */
    private static final double NEAR = 2 * Sphere.EDGE;

    private static final S2Point[] NONE = {};

    private Crossing() {}

    /** Whether two arcs cross or touch at a place that is no end of either, or at an end. */
    static boolean any(Arc a, Arc b) {
        return of(a, b).length > 0;
    }

    /** The places that are on both arcs: none, one or two. */
    static S2Point[] of(Arc a, Arc b) {
        if (isBeside(a, b) || isBeside(b, a)) {
            return NONE;
        }
        // Measured from the smaller circle's axis, all lengths are as small as that circle, and so is the rounding.
        return a.depth() <= b.depth() ? from(a, b) : from(b, a);
    }

    /** Whether both ends of one great circle's arc are on one side of another great circle: the quick no. */
    private static boolean isBeside(Arc arc, Arc circle) {
        if (arc.depth() != 1 || circle.depth() != 1 || arc.span() != Arc.Span.NARROW) {
            return false;
        }
        double start = circle.axis().dotProd(arc.start());
        double end = circle.axis().dotProd(arc.end());
        return start > NEAR && end > NEAR || start < -NEAR && end < -NEAR;
    }

    private static S2Point[] from(Arc small, Arc large) {
        S2Point normal = Sphere.cross(small.axis(), large.axis());
        double sine = normal.norm();
        if (sine < 1e-14) {
            return NONE;
        }
        double cosine = small.axis().dotProd(large.axis());
        double gap = cosine > 0
                ? Sphere.distance2(small.axis(), large.axis()) / 2 - large.depth()
                : 1 - large.depth() - cosine;
        double along = (gap + small.depth() * cosine) / sine;
        double radius = small.radius();
        if (Math.abs(along) > radius + NEAR) {
            return NONE;
        }
        double across = Math.sqrt(Math.max(0, (radius - along) * (radius + along)));
        S2Point unitNormal = normal.div(sine);
        S2Point foot = small.axis()
                .mul(1 - small.depth())
                .add(unitNormal.crossProd(small.axis()).mul(along));
        S2Point one = Sphere.unit(foot.add(unitNormal.mul(across)));
        S2Point other = Sphere.unit(foot.sub(unitNormal.mul(across)));
        boolean first = isOn(one, small, large);
        boolean second = across > 0 && isOn(other, small, large);
        if (first) {
            return second ? new S2Point[] {one, other} : new S2Point[] {one};
        }
        return second ? new S2Point[] {other} : NONE;
    }

    private static boolean isOn(S2Point place, Arc a, Arc b) {
        return a.holds(place)
                && b.holds(place)
                && Math.abs(a.offset(place)) <= NEAR
                && Math.abs(b.offset(place)) <= NEAR;
    }
}
