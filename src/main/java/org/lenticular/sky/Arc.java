package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * A piece of a circle on the sphere: a side of a region. It runs counter-clockwise about its axis, seen from
 * outside, from its start to its end.
 *
 * <p>The circle is kept as axis and depth, not as a plane's offset: cosines of small angles lose the very
 * digits that tell one tiny circle from another.
 *
 * @param axis the unit vector to the nearer pole of the circle
 * @param depth one minus the cosine of the angle between axis and circle: 0 for a point, 1 for a great circle
 * @param start a unit vector on the circle
 * @param end a unit vector on the circle; the start where the arc is the full circle
 * @param span how much of the circle it is
 */
record Arc(S2Point axis, double depth, S2Point start, S2Point end, Span span) {

    /** How much of its circle an arc is: at most a half, more than a half, all. */
    enum Span {
        NARROW,
        WIDE,
        FULL
    }

    /** The shorter way along a great circle between two places that are neither the same nor opposite. */
    static Arc between(S2Point start, S2Point end) {
        return new Arc(Sphere.unit(Sphere.cross(start, end)), 1, start, end, Span.NARROW);
    }

    /** The circle at an angle in degrees, 0 to 180, from a place. */
    static Arc around(S2Point centre, double degrees) {
        S2Point axis = degrees <= 90 ? centre : centre.neg();
        double half = Sphere.chord(Math.min(degrees, 180 - degrees));
        double depth = half * half / 2;
        S2Point start = axis.mul(1 - depth).add(axis.ortho().mul(Math.sqrt(depth * (2 - depth))));
        return new Arc(axis, depth, start, start, Span.FULL);
    }

    /** The radius of the circle in its plane. */
    double radius() {
        return Math.sqrt(depth * (2 - depth));
    }

    /** Whether a place that is on the circle is on the arc. */
    boolean holds(S2Point place) {
        if (span == Span.FULL) {
            return true;
        }
        double slack = Sphere.EDGE * radius();
        if (span == Span.WIDE) {
            return !(sine(end, place) > slack && sine(place, start) > slack);
        }
        // The last term tells the arc from what lies opposite it, which the sines of a short arc do not.
        return sine(start, place) >= -slack
                && sine(place, end) >= -slack
                && cosine(start, place) + cosine(end, place) >= -slack;
    }

    /** The sine of the angle about the axis from one place to another, times the square of the radius. */
    private double sine(S2Point from, S2Point to) {
        return S2Point.scalarTripleProduct(axis, from.sub(axis), to.sub(axis));
    }

    /** The cosine of that angle, times the square of the radius, for places on the circle. */
    private double cosine(S2Point from, S2Point to) {
        return from.sub(axis).dotProd(to.sub(axis)) - depth * depth;
    }

    /** The angle about the axis from the start to a place on the circle, in radians, 0 to 2π. */
    double angle(S2Point place) {
        double angle = Math.atan2(sine(start, place), cosine(start, place));
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }

    /** The angle about the axis from the start to the end, in radians. */
    double sweep() {
        return span == Span.FULL ? 2 * Math.PI : angle(end);
    }

    /** The place at an angle in radians about the axis from the start. */
    S2Point at(double angle) {
        S2Point spoke = start.sub(axis.mul(1 - depth));
        return Sphere.unit(axis.mul(1 - depth)
                .add(spoke.mul(Math.cos(angle)))
                .add(axis.crossProd(spoke).mul(Math.sin(angle))));
    }

    /** The square of the straight distance from a place to the nearest of the arc. */
    double nearest2(S2Point place) {
        double ends = Math.min(Sphere.distance2(place, start), Sphere.distance2(place, end));
        S2Point foot = foot(place, 1);
        return holds(foot) ? Math.min(ends, Sphere.distance2(place, foot)) : ends;
    }

    /** The square of the straight distance from a place to the farthest of the arc. */
    double farthest2(S2Point place) {
        double ends = Math.max(Sphere.distance2(place, start), Sphere.distance2(place, end));
        S2Point foot = foot(place, -1);
        return holds(foot) ? Math.max(ends, Sphere.distance2(place, foot)) : ends;
    }

    /** The place of the circle that is nearest to another (sign 1), or farthest from it (sign −1). */
    private S2Point foot(S2Point place, int sign) {
        S2Point off = place.sub(axis);
        S2Point spoke = off.sub(axis.mul(off.dotProd(axis)));
        double length = spoke.norm();
        // From the axis itself, and from opposite it, every place of the circle is equally far.
        return length == 0 ? start : axis.mul(1 - depth).add(spoke.mul(sign * radius() / length));
    }

    /** How far a place is off the circle, to first order; positive on the side of the axis. */
    double offset(S2Point place) {
        double radius = radius();
        double difference = depth - Sphere.distance2(axis, place) / 2;
        return radius < Sphere.EDGE ? -Math.sqrt(Sphere.distance2(axis, place)) : difference / radius;
    }

    /** The place at a small angle in radians beside a place of the circle, towards the axis where it is positive. */
    S2Point beside(S2Point place, double angle) {
        S2Point off = axis.sub(place);
        S2Point across = off.sub(place.mul(off.dotProd(place)));
        double length = across.norm();
        return Sphere.unit(place.add(length == 0 ? place.ortho().mul(angle) : across.mul(angle / length)));
    }
}
