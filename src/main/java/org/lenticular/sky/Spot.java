package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * A single place.
 *
 * @param centre the place, a unit vector
 */
public record Spot(S2Point centre) implements Region {

    /**
     * The place at these degrees.
     *
     * @param ra right ascension, any finite number, taken modulo 360
     * @param dec declination, −90 to 90
     * @throws IllegalArgumentException if one is out of its range
     */
    public static Spot of(double ra, double dec) {
        Sphere.requirePlace(ra, dec);
        return new Spot(Sphere.point(ra, dec));
    }

    @Override
    public boolean contains(S2Point place) {
        return Sphere.distance2(centre, place) <= Sphere.EDGE * Sphere.EDGE;
    }

    @Override
    public boolean inside(S2Point place) {
        return false;
    }
}
