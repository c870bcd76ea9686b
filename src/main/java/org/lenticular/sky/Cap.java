package org.lenticular.sky;

import com.google.common.geometry.S2Point;

/**
 * All places within an angle of a centre: a circle of SIA and of DALI.
 *
 * @param centre a unit vector
 * @param radius in degrees, 0 (the centre alone) to 180 (the whole sky)
 */
public record Cap(S2Point centre, double radius) implements Region {

    /** Checks the radius. */
    public Cap {
        if (!(radius >= 0 && radius <= 180)) {
            throw new IllegalArgumentException("the radius " + radius + " is not between 0 and 180 degrees");
        }
    }

    /**
     * The circle around a place.
     *
     * @param ra right ascension of the centre in degrees, any finite number, taken modulo 360
     * @param dec declination of the centre in degrees, −90 to 90
     * @param radius in degrees, 0 to 180
     * @throws IllegalArgumentException if one is out of its range
     */
    public static Cap of(double ra, double dec, double radius) {
        Sphere.requirePlace(ra, dec);
        return new Cap(Sphere.point(ra, dec), radius);
    }

    @Override
    public boolean contains(S2Point place) {
        return depth(place) >= -Sphere.EDGE;
    }

    @Override
    public boolean inside(S2Point place) {
        return depth(place) > Sphere.EDGE || radius == 180;
    }

    /** How far within the edge a place lies, as a chord. Measured from the nearer pole of the circle, for exactness. */
    private double depth(S2Point place) {
        return isSmall()
                ? Sphere.chord(radius) - Math.sqrt(Sphere.distance2(centre, place))
                : Math.sqrt(Sphere.distance2(centre.neg(), place)) - Sphere.chord(180 - radius);
    }

    /** Whether it is half the sky or less. */
    boolean isSmall() {
        return radius <= 90;
    }
}
