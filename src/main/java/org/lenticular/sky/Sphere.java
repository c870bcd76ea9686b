package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/** The sphere's measures: how thick an edge is, and the steps between degrees, vectors and chords. */
final class Sphere {

    /**
     * How near to an edge a place still lies on it, in radians: 0.2 microarcseconds. A thousand times the
     * rounding of what is computed here, so that shapes which touch by their numbers touch for the program.
     */
    static final double EDGE = 1e-12;

    private Sphere() {}

    /** The place at a longitude and a latitude in degrees; the latitude is −90 to 90. */
    static S2Point point(double longitude, double latitude) {
        double lon = Math.toRadians(longitude);
        double lat = Math.toRadians(latitude);
        double cos = Math.cos(lat);
        return new S2Point(cos * Math.cos(lon), cos * Math.sin(lon), Math.sin(lat));
    }

    /** The longitude of a place in degrees, from 0 to below 360. */
    static double longitude(S2Point place) {
        double degrees = Math.toDegrees(Math.atan2(place.getY(), place.getX()));
        double positive = degrees < 0 ? degrees + 360 : degrees;
        return positive >= 360 ? 0 : positive + 0.0;
    }

    /** The latitude of a place in degrees, from −90 to 90. */
    static double latitude(S2Point place) {
        return Math.toDegrees(Math.atan2(place.getZ(), Math.hypot(place.getX(), place.getY()))) + 0.0;
    }

    /** The straight distance between two places that are an angle in degrees apart. */
    static double chord(double degrees) {
        return 2 * Math.sin(Math.toRadians(degrees) / 2);
    }

    /** The square of the straight distance between two places; unlike their dot product exact for near ones. */
    static double distance2(S2Point a, S2Point b) {
        double x = a.getX() - b.getX();
        double y = a.getY() - b.getY();
        double z = a.getZ() - b.getZ();
        return x * x + y * y + z * z;
    }

    /** The vector of length one in the same direction; the argument is not zero. */
    static S2Point unit(S2Point vector) {
        return vector.div(vector.norm());
    }

    /** The cross product of two unit vectors without loss where they are nearly the same or opposite. */
    static S2Point cross(S2Point a, S2Point b) {
        return a.add(b).crossProd(b.sub(a)).mul(0.5);
    }

    /** Throws unless the numbers are a longitude and a latitude in degrees. */
    static void requirePlace(double longitude, double latitude) {
        if (!Double.isFinite(longitude)) {
            throw new IllegalArgumentException("the longitude " + longitude + " is not a number of degrees");
        }
        requireLatitude(latitude);
    }

    /** Throws unless the number is a latitude in degrees. */
    static void requireLatitude(double latitude) {
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("the latitude " + latitude + " is not between -90 and 90 degrees");
        }
    }
}
