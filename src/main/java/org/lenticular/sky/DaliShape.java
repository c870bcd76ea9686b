package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Regions as the numbers of DALI's xtypes (DALI 1.1 §3.3.6, §3.3.7), which know circles and polygons only: what a service's parameter can be at the
 * most. Degrees, ICRS.
 */
public final class DaliShape {
    /** Decimals of a degree: a hundredth of a milliarcsecond. */
    private static final int DECIMALS = 9;
    /** What is lost of an angle in its cosine, and more than is lost in rounding, in degrees. */
    private static final double MARGIN = 2e-6;
    /** More are no help to anybody who reads them. */
    private static final int MOST_VERTICES = 64;

    private DaliShape() {}

    /**
     * A circle around the region's centre that holds all of it, in numbers: longitude, latitude, radius. Empty where the region is a single place, or
     * reaches more than 90° from its centre.
     */
    public static Optional<String> circle(Region region) {
        S2Point centre = region.centre();
        if (region instanceof Spot || region.contains(centre.neg())) {
            return Optional.empty();
        }
        double farthest = -1;
        for (Arc side : Boundary.of(region)) {
            farthest = Math.max(farthest, Box.farthest(side, centre.neg()));
        }
        if (farthest > 0) {
            return Optional.empty();
        }
        double radius = Math.toDegrees(Math.acos(Math.max(-1, -farthest))) + MARGIN;
        return Optional.of(place(centre) + " " + number(radius));
    }

    /** The region's vertices, counter-clockwise seen from inside the sphere; empty where it is no polygon, or one of very many vertices. */
    public static Optional<String> polygon(Region region) {
        if (!(region instanceof Poly poly) || poly.size() > MOST_VERTICES) {
            return Optional.empty();
        }
        StringJoiner text = new StringJoiner(" ");
        for (int i = poly.size() - 1; i >= 0; i--) {
            text.add(place(poly.vertex(i)));
        }
        return Optional.of(text.toString());
    }

    private static String place(S2Point place) {
        return number(Sphere.longitude(place)) + " " + number(Sphere.latitude(place));
    }

    private static String number(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
