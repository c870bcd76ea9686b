package org.lenticular.sky;

import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The outline of a part of the sky in the plane of longitude and latitude, in degrees. */
final class FlatRing {
    /** Of an edge's length: no drawn edge strays farther from its great circle. */
    private static final double STRAY = 1.0 / 2000;
    /** An edge is halved this often at the most. */
    private static final int HALVINGS = 10;
    /** Nearer to a pole, in radians, there is no longitude. */
    private static final double POLE = 1e-11;
    /** Decimals of a degree: a hundredth of a milliarcsecond. */
    private static final int DECIMALS = 9;

    /** 1 where it lies between the meridians 0 and 180, −1 between −180 and 0, 0 where it crosses none of the two ends. */
    private final int side;

    private final List<List<Double>> points = new ArrayList<>();

    private FlatRing(int side) {
        this.side = side;
    }

    /** A loop that has been cut where it crosses the meridian 180; closed. */
    static List<List<Double>> of(S2Loop loop, int side) {
        FlatRing ring = new FlatRing(side);
        int size = loop.numVertices();
        for (int i = 0; i < size; i++) {
            ring.corner(loop.vertex((i + size - 1) % size), loop.vertex(i), loop.vertex(i + 1));
        }
        ring.points.add(ring.points.get(0));
        return List.copyOf(ring.points);
    }

    /** Between meridians and parallels, which are straight in this plane; closed. */
    static List<List<Double>> rectangle(double west, double south, double east, double north) {
        return List.of(
                point(west, south), point(east, south), point(east, north), point(west, north), point(west, south));
    }

    /** A corner, and what is drawn from it to the next one. */
    private void corner(S2Point before, S2Point corner, S2Point next) {
        if (isPole(corner)) {
            double pole = Math.copySign(90, corner.getZ());
            add(point(longitude(before), pole));
            add(point(longitude(next), pole));
            return;
        }
        add(point(longitude(corner), Sphere.latitude(corner)));
        // To a pole the way is a meridian.
        if (!isPole(next)) {
            between(corner, next, Math.toDegrees(corner.angle(next)) * STRAY, HALVINGS);
        }
    }

    private void between(S2Point from, S2Point to, double stray, int halvings) {
        S2Point middle = Sphere.unit(from.add(to));
        double cos = Math.hypot(middle.getX(), middle.getY());
        double aside = (longitude(middle) - (longitude(from) + longitude(to)) / 2) * cos;
        double above = Sphere.latitude(middle) - (Sphere.latitude(from) + Sphere.latitude(to)) / 2;
        if (halvings > 0 && Math.hypot(aside, above) > stray) {
            between(from, middle, stray, halvings - 1);
            add(point(longitude(middle), Sphere.latitude(middle)));
            between(middle, to, stray, halvings - 1);
        }
    }

    /** Neighbours that are the same by rounding are one. */
    private void add(List<Double> point) {
        if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
            points.add(point);
        }
    }

    private static boolean isPole(S2Point place) {
        return Math.hypot(place.getX(), place.getY()) < POLE;
    }

    /** From −180 to 180; which of the two an end is, the side tells. */
    private double longitude(S2Point place) {
        double degrees = Math.toDegrees(Math.atan2(place.getY(), place.getX()));
        if (side == 0) {
            return degrees;
        }
        double turned = side * degrees < -90 ? degrees + side * 360 : degrees;
        return side > 0 ? Math.max(0, Math.min(180, turned)) : Math.min(0, Math.max(-180, turned));
    }

    static List<Double> point(double longitude, double latitude) {
        return List.of(rounded(longitude > 180 ? longitude - 360 : longitude), rounded(latitude));
    }

    static double rounded(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
