package org.lenticular.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One side of a {@link Figure}: a path walked at constant speed while its argument goes from 0 to 1.
 *
 * @param length in radians
 * @param at the place on the way
 */
public record Curve(double length, DoubleFunction<double[]> at) {

    static Curve point(double[] place) {
        return new Curve(0, t -> place);
    }

    static Curve segment(double[] a, double[] b) {
        double length = angle(a, b);
        double[] across = across(a, b);
        return new Curve(length, t -> mix(a, Math.cos(t * length), across, Math.sin(t * length)));
    }

    static Curve meridian(double lon, double lat1, double lat2) {
        return new Curve(Math.toRadians(lat2 - lat1), t -> place(lon, lat1 + t * (lat2 - lat1)));
    }

    static Curve parallel(double lat, double lon1, double width) {
        double length = Math.toRadians(width) * Math.cos(Math.toRadians(lat));
        return new Curve(length, t -> place(lon1 + t * width, lat));
    }

    static Curve circle(double[] centre, double radius) {
        double[] u = across(centre, Math.abs(centre[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0});
        double[] v = cross(centre, u);
        return new Curve(2 * Math.PI * Math.sin(radius), t -> {
            double[] spoke = mix(u, Math.cos(2 * Math.PI * t), v, Math.sin(2 * Math.PI * t));
            return mix(centre, Math.cos(radius), spoke, Math.sin(radius));
        });
    }

    static double[] place(double lon, double lat) {
        double l = lon * Math.PI / 180;
        double b = lat * Math.PI / 180;
        return new double[] {Math.cos(b) * Math.cos(l), Math.cos(b) * Math.sin(l), Math.sin(b)};
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double angle(double[] a, double[] b) {
        double[] c = cross(a, b);
        return Math.atan2(Math.sqrt(dot(c, c)), dot(a, b));
    }

    static double[] mix(double[] a, double s, double[] b, double t) {
        return new double[] {a[0] * s + b[0] * t, a[1] * s + b[1] * t, a[2] * s + b[2] * t};
    }

    /** The unit vector at right angles to the first, in the direction of the second. */
    static double[] across(double[] a, double[] b) {
        double[] c = cross(cross(a, b), a);
        return mix(c, 1 / Math.sqrt(dot(c, c)), c, 0);
    }

    /** The angle from a place to the nearest of the shorter way between two others. */
    static double distanceToSegment(double[] p, double[] a, double[] b) {
        double[] across = across(a, b);
        double where = Math.atan2(dot(p, across), dot(p, a));
        if (where >= 0 && where <= angle(a, b)) {
            return angle(p, mix(a, Math.cos(where), across, Math.sin(where)));
        }
        return Math.min(angle(p, a), angle(p, b));
    }

    static List<Curve> polygon(List<double[]> vertices) {
        List<Curve> all = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            all.add(segment(vertices.get(i), vertices.get((i + 1) % vertices.size())));
        }
        return all;
    }
}
