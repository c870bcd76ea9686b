package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A simple polygon with edges along great circles: the smaller of the two parts that they make of the sky,
 * whichever way round its vertices were given.
 *
 * <p>It is kept so that it can be read from the catalogue and asked at once: vertices as unit vectors, the
 * inside on the left (counter-clockwise seen from outside the sphere), and a place that is known to be
 * outside where it is not convex.
 */
public final class Poly implements Region {

    private static final double EDGE2 = Sphere.EDGE * Sphere.EDGE;

    private final double[] vectors;
    private final double[] outside;

    /**
     * For what {@link Outline} has found, and what {@link RegionBytes} kept.
     *
     * @param vectors x, y, z of each vertex; not copied
     * @param outside x, y, z of a place outside and clear of all edges' great circles; empty if it is convex
     */
    Poly(double[] vectors, double[] outside) {
        this.vectors = vectors;
        this.outside = outside;
    }

    /**
     * The polygon with these vertices. The last may repeat the first, and neighbours may be the same.
     *
     * @param lonLat longitude and latitude of one vertex after the other, in degrees; longitudes modulo 360
     * @throws RegionProblem if a number is out of its range or missing; if there are fewer than three different
     *     vertices; if edges cross; if neighbours are opposite each other; if it is half the sky
     */
    public static Poly of(double... lonLat) throws RegionProblem {
        return Outline.ofDegrees(lonLat).toPoly();
    }

    /**
     * A polygon that is known to be convex and to go round counter-clockwise, seen from outside the sphere: nothing of it is looked at.
     *
     * @param vertices unit vectors, three or more
     */
    public static Poly convex(S2Point... vertices) {
        double[] vectors = new double[3 * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                vectors[3 * i + axis] = vertices[i].get(axis);
            }
        }
        return new Poly(vectors, new double[0]);
    }

    /** Whether every two of its places are joined within it. */
    public boolean isConvex() {
        return outside.length == 0;
    }

    /** The number of its vertices, three or more. */
    public int size() {
        return vectors.length / 3;
    }

    /** One of its vertices, a unit vector. They go round counter-clockwise, seen from outside the sphere. */
    public S2Point vertex(int index) {
        return new S2Point(vectors[3 * index], vectors[3 * index + 1], vectors[3 * index + 2]);
    }

    /** The centroid of its area. */
    @Override
    public S2Point centre() {
        return Outline.centroid(this);
    }

    @Override
    public boolean contains(S2Point place) {
        double x = place.getX();
        double y = place.getY();
        double z = place.getZ();
        return isWithin(x, y, z) || isOnEdge(x, y, z);
    }

    @Override
    public boolean inside(S2Point place) {
        double x = place.getX();
        double y = place.getY();
        double z = place.getZ();
        return isWithin(x, y, z) && !isOnEdge(x, y, z);
    }

    private boolean isWithin(double x, double y, double z) {
        return isConvex() ? clearance(x, y, z) >= 0 : hasOddCrossings(x, y, z);
    }

    /**
     * How far a place is on the inner side of the edge's great circle where that is least, as a sine: for a
     * convex polygon positive inside. Where it is −s, all of a convex polygon is farther than s.
     */
    private double clearance(double x, double y, double z) {
        double least = Double.POSITIVE_INFINITY;
        double[] v = vectors;
        for (int i = v.length - 3, j = 0; j < v.length; i = j, j += 3) {
            double dx = v[j] - v[i];
            double dy = v[j + 1] - v[i + 1];
            double dz = v[j + 2] - v[i + 2];
            // a × (b − a) and p − a: differences first, or the digits of small polygons are lost.
            double nx = v[i + 1] * dz - v[i + 2] * dy;
            double ny = v[i + 2] * dx - v[i] * dz;
            double nz = v[i] * dy - v[i + 1] * dx;
            double side = nx * (x - v[i]) + ny * (y - v[i + 1]) + nz * (z - v[i + 2]);
            if (side < 0) {
                side /= Math.sqrt(nx * nx + ny * ny + nz * nz);
            }
            least = Math.min(least, side);
        }
        return least;
    }

    /** Whether it is convex and certainly farther from a place than a chord: the quick no for most of what misses. */
    boolean isClearOf(S2Point place, double chord) {
        return isConvex() && clearance(place.getX(), place.getY(), place.getZ()) < -chord - Sphere.EDGE;
    }

    /** Those edges whose great circles come within a chord of a place; no other edge does. */
    List<Arc> edgesNear(S2Point place, double chord) {
        double[] v = vectors;
        double x = place.getX();
        double y = place.getY();
        double z = place.getZ();
        double reach2 = (chord + Sphere.EDGE) * (chord + Sphere.EDGE);
        List<Arc> near = new ArrayList<>(4);
        for (int i = v.length - 3, j = 0; j < v.length; i = j, j += 3) {
            double dx = v[j] - v[i];
            double dy = v[j + 1] - v[i + 1];
            double dz = v[j + 2] - v[i + 2];
            double nx = v[i + 1] * dz - v[i + 2] * dy;
            double ny = v[i + 2] * dx - v[i] * dz;
            double nz = v[i] * dy - v[i + 1] * dx;
            double side = nx * (x - v[i]) + ny * (y - v[i + 1]) + nz * (z - v[i + 2]);
            if (side * side <= reach2 * (nx * nx + ny * ny + nz * nz)) {
                near.add(Arc.between(vertex(i / 3), vertex(j / 3)));
            }
        }
        return near;
    }

    /** Whether it is convex and all of another polygon is on the far side of one of its edges. */
    boolean isParted(Poly other) {
        if (!isConvex()) {
            return false;
        }
        double[] v = vectors;
        for (int i = v.length - 3, j = 0; j < v.length; i = j, j += 3) {
            double dx = v[j] - v[i];
            double dy = v[j + 1] - v[i + 1];
            double dz = v[j + 2] - v[i + 2];
            double nx = v[i + 1] * dz - v[i + 2] * dy;
            double ny = v[i + 2] * dx - v[i] * dz;
            double nz = v[i] * dy - v[i + 1] * dx;
            double slack = -Sphere.EDGE * Math.sqrt(nx * nx + ny * ny + nz * nz);
            boolean parts = true;
            for (int k = 0; parts && k < other.vectors.length; k += 3) {
                double[] w = other.vectors;
                parts = nx * (w[k] - v[i]) + ny * (w[k + 1] - v[i + 1]) + nz * (w[k + 2] - v[i + 2]) < slack;
            }
            if (parts) {
                return true;
            }
        }
        return false;
    }

    private boolean isOnEdge(double x, double y, double z) {
        double[] v = vectors;
        for (int i = v.length - 3, j = 0; j < v.length; i = j, j += 3) {
            double px = x - v[i];
            double py = y - v[i + 1];
            double pz = z - v[i + 2];
            if (px * px + py * py + pz * pz <= EDGE2) {
                return true;
            }
            double dx = v[j] - v[i];
            double dy = v[j + 1] - v[i + 1];
            double dz = v[j + 2] - v[i + 2];
            double nx = v[i + 1] * dz - v[i + 2] * dy;
            double ny = v[i + 2] * dx - v[i] * dz;
            double nz = v[i] * dy - v[i + 1] * dx;
            double side = nx * px + ny * py + nz * pz;
            if (side * side <= EDGE2 * (nx * nx + ny * ny + nz * nz)) {
                // n × a points from a to b, and b × n from b to a.
                boolean afterA = (ny * v[i + 2] - nz * v[i + 1]) * px
                                + (nz * v[i] - nx * v[i + 2]) * py
                                + (nx * v[i + 1] - ny * v[i]) * pz
                        >= 0;
                boolean beforeB = (v[j + 1] * nz - v[j + 2] * ny) * (x - v[j])
                                + (v[j + 2] * nx - v[j] * nz) * (y - v[j + 1])
                                + (v[j] * ny - v[j + 1] * nx) * (z - v[j + 2])
                        >= 0;
                if (afterA && beforeB) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the way from a place that is on no edge to the one outside crosses an odd number of edges. */
    private boolean hasOddCrossings(double x, double y, double z) {
        double[] v = vectors;
        double[] o = outside;
        double sx = x + o[0];
        double sy = y + o[1];
        double sz = z + o[2];
        double tx = o[0] - x;
        double ty = o[1] - y;
        double tz = o[2] - z;
        // (p + o) × (o − p) = 2 p × o, exact too where they are nearly the same or opposite.
        double mx = sy * tz - sz * ty;
        double my = sz * tx - sx * tz;
        double mz = sx * ty - sy * tx;
        if (mx == 0 && my == 0 && mz == 0) {
            // Exactly opposite, any way is as good; exactly the same, none is needed.
            boolean same = x == o[0] && y == o[1] && z == o[2];
            return !same && hasOddCrossings(x + z * 1e-15, y + x * 1e-15, z + y * 1e-15);
        }
        boolean odd = false;
        int last = v.length - 3;
        double before = mx * v[last] + my * v[last + 1] + mz * v[last + 2];
        for (int i = last, j = 0; j < v.length; i = j, j += 3) {
            double after = mx * v[j] + my * v[j + 1] + mz * v[j + 2];
            if (before >= 0 != after >= 0) {
                // Where the edge meets the plane of the way; is that on the way, from p by way of m to o?
                double cx = v[i] * Math.abs(after) + v[j] * Math.abs(before);
                double cy = v[i + 1] * Math.abs(after) + v[j + 1] * Math.abs(before);
                double cz = v[i + 2] * Math.abs(after) + v[j + 2] * Math.abs(before);
                double fromPlace = triple(mx, my, mz, x, y, z, cx, cy, cz);
                double toOutside = triple(mx, my, mz, cx, cy, cz, o[0], o[1], o[2]);
                odd ^= fromPlace >= 0 && toOutside >= 0;
            }
            before = after;
        }
        return odd;
    }

    private static double triple(
            double mx, double my, double mz, double ax, double ay, double az, double bx, double by, double bz) {
        return mx * (ay * bz - az * by) + my * (az * bx - ax * bz) + mz * (ax * by - ay * bx);
    }

    double[] vectors() {
        return vectors;
    }

    double[] outside() {
        return outside;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Poly poly && Arrays.equals(vectors, poly.vectors);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vectors);
    }

    @Override
    public String toString() {
        return RegionText.format(this);
    }
}
