package org.lenticular.sky;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A region as the tests know it: a signed distance and the curves around it, by plain trigonometry that shares
 * nothing with the program. The distance is negative inside, never larger than the true one, and changes by no
 * more than one moves.
 */
public sealed interface Figure {

    /** In radians, from a unit vector. */
    double distance(double[] p);

    /** What bounds it, and for a composed one perhaps more. */
    List<Curve> curves();

    /** A place in it, for what has no curves. */
    double[] anchor();

    /** The program's own. */
    Region region() throws RegionProblem;

    record Dot(double lon, double lat) implements Figure {
        @Override
        public double distance(double[] p) {
            return Curve.angle(anchor(), p);
        }

        @Override
        public List<Curve> curves() {
            return List.of(Curve.point(anchor()));
        }

        @Override
        public double[] anchor() {
            return Curve.place(lon, lat);
        }

        @Override
        public Region region() {
            return Spot.of(lon, lat);
        }
    }

    record Disc(double lon, double lat, double radius, double[] anchor) implements Figure {
        static Disc of(double lon, double lat, double radius) {
            return new Disc(lon, lat, radius, Curve.place(lon, lat));
        }

        /** A place alone. */
        public static Disc of(double[] place) {
            return new Disc(Double.NaN, Double.NaN, 0, place);
        }

        @Override
        public double distance(double[] p) {
            return radius >= 180 ? -Math.PI : Curve.angle(anchor, p) - Math.toRadians(radius);
        }

        @Override
        public List<Curve> curves() {
            return radius >= 180 ? List.of() : List.of(Curve.circle(anchor, Math.toRadians(radius)));
        }

        @Override
        public Region region() {
            return Cap.of(lon, lat, radius);
        }
    }

    /** Between meridians and parallels; the west side in 0 to 360, the width 0 to 360. */
    record Quad(double west, double width, double south, double north, List<Curve> curves) implements Figure {
        static Quad of(double west, double width, double south, double north) {
            List<Curve> curves = new ArrayList<>();
            if (width < 360) {
                curves.add(Curve.meridian(west, south, north));
                curves.add(Curve.meridian(west + width, south, north));
            }
            if (south > -90) {
                curves.add(Curve.parallel(south, west, width));
            }
            if (north < 90) {
                curves.add(Curve.parallel(north, west, width));
            }
            return new Quad(west, width, south, north, curves);
        }

        @Override
        public double distance(double[] p) {
            double lat = Math.atan2(p[2], Math.hypot(p[0], p[1]));
            double lon = Math.toDegrees(Math.atan2(p[1], p[0]));
            double east = ((lon - west) % 360 + 360) % 360;
            double least = Math.PI;
            if (width < 360) {
                least = Math.min(toMeridian(p, lat, west), toMeridian(p, lat, west + width));
            }
            if (east <= width) {
                least = south > -90 ? Math.min(least, Math.abs(lat - Math.toRadians(south))) : least;
                least = north < 90 ? Math.min(least, Math.abs(lat - Math.toRadians(north))) : least;
            }
            boolean in = east <= width && lat >= Math.toRadians(south) && lat <= Math.toRadians(north);
            return in ? -least : least;
        }

        /** The nearest place of a meridian's great circle is at a latitude that tells whether it is on the side. */
        private double toMeridian(double[] p, double lat, double lon) {
            double[] equator = Curve.place(lon, 0);
            double foot = Math.atan2(p[2], Curve.dot(p, equator));
            if (foot >= Math.toRadians(south) && foot <= Math.toRadians(north)) {
                return Math.abs(Math.asin(Curve.dot(p, Curve.place(lon + 90, 0))));
            }
            return Math.min(Curve.angle(p, Curve.place(lon, south)), Curve.angle(p, Curve.place(lon, north)));
        }

        @Override
        public double[] anchor() {
            return Curve.place(west + width / 2, (south + north) / 2);
        }

        @Override
        public Region region() {
            return Rect.of(west, west + width, south, north);
        }
    }

    /** A polygon whose every place is seen from its middle: a fan of triangles, counter-clockwise from outside. */
    record Star(double[] lonLat, double[] anchor, List<double[]> vertices) implements Figure {
        static Star of(double[] lonLat, double[] middle) {
            List<double[]> vertices = new ArrayList<>();
            for (int i = 0; i < lonLat.length; i += 2) {
                vertices.add(Curve.place(lonLat[i], lonLat[i + 1]));
            }
            return new Star(lonLat, middle, vertices);
        }

        @Override
        public double distance(double[] p) {
            double least = Math.PI;
            boolean in = false;
            for (int i = 0; i < vertices.size(); i++) {
                double[] a = vertices.get(i);
                double[] b = vertices.get((i + 1) % vertices.size());
                least = Math.min(least, Curve.distanceToSegment(p, a, b));
                in |= left(anchor, a, p) && left(a, b, p) && left(b, anchor, p);
            }
            return in ? -least : least;
        }

        private static boolean left(double[] a, double[] b, double[] p) {
            return Curve.dot(Curve.cross(a, Curve.mix(b, 1, a, -1)), Curve.mix(p, 1, a, -1)) >= -1e-16;
        }

        @Override
        public List<Curve> curves() {
            return Curve.polygon(vertices);
        }

        @Override
        public Region region() throws RegionProblem {
            return Poly.of(lonLat);
        }

        @Override
        public String toString() {
            return "Star" + Arrays.toString(lonLat);
        }
    }

    record Either(List<Figure> parts) implements Figure {
        @Override
        public double distance(double[] p) {
            return parts.stream().mapToDouble(part -> part.distance(p)).min().orElseThrow();
        }

        @Override
        public List<Curve> curves() {
            return parts.stream().flatMap(part -> part.curves().stream()).toList();
        }

        @Override
        public double[] anchor() {
            return parts.get(0).anchor();
        }

        @Override
        public Region region() throws RegionProblem {
            List<Region> regions = new ArrayList<>();
            for (Figure part : parts) {
                regions.add(part.region());
            }
            return new Union(regions);
        }
    }

    record Both(Figure one, Figure other) implements Figure {
        @Override
        public double distance(double[] p) {
            return Math.max(one.distance(p), other.distance(p));
        }

        @Override
        public List<Curve> curves() {
            return new Either(List.of(one, other)).curves();
        }

        @Override
        public double[] anchor() {
            return one.anchor();
        }

        @Override
        public Region region() throws RegionProblem {
            return new Intersection(List.of(one.region(), other.region()));
        }
    }

    record Without(Figure base, Figure hole) implements Figure {
        @Override
        public double distance(double[] p) {
            return Math.max(base.distance(p), -hole.distance(p));
        }

        @Override
        public List<Curve> curves() {
            return new Either(List.of(base, hole)).curves();
        }

        @Override
        public double[] anchor() {
            return base.anchor();
        }

        @Override
        public Region region() throws RegionProblem {
            return new Difference(base.region(), hole.region());
        }
    }
}
