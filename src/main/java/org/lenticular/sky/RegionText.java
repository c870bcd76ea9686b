package org.lenticular.sky;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Regions as text: read in every form that archives write, written as STC-S.
 *
 * <p>Read are, in any case, with white space, commas, quotes and parentheses as the writer liked: DALI's numbers
 * (two are a place, three a circle, more a polygon) and shapes ({@code polygon}, {@code circle}, {@code range});
 * STC-S and ADQL's {@code POLYGON}, {@code CIRCLE}, {@code BOX}, {@code POSITION}, each with or without a frame
 * (ICRS, J2000, FK5, GALACTIC, ECLIPTIC), reference position and flavour; {@code UNION}, {@code INTERSECTION} and
 * {@code DIFFERENCE} of these. Shapes one after the other are their union; {@code NOT ( … )} takes its shapes from
 * all that precede it in the same parentheses, which is where ALMA puts holes.
 */
public final class RegionText {

    /** Decimals of a degree that are written: below a hundredth of an edge's thickness. */
    private static final int DECIMALS = 12;

    private RegionText() {}

    /**
     * The region that a text describes.
     *
     * @return empty if the text is empty or has NaN where numbers should be
     * @throws RegionProblem if it is anything else but a region; the message says what is wrong and where
     */
    public static Optional<Region> parse(String text) throws RegionProblem {
        return new ShapeReader(text).read();
    }

    /**
     * The polygon that numbers describe (DALI 1.1, section 3.3.7).
     *
     * @param lonLat longitude and latitude of three vertices or more, in degrees
     * @throws RegionProblem as {@link Poly#of}
     */
    public static Poly polygon(double... lonLat) throws RegionProblem {
        return Poly.of(lonLat);
    }

    /**
     * The circle that numbers describe (DALI 1.1, section 3.3.6; SIA 2.0, section 2.1.1).
     *
     * @param numbers longitude, latitude and radius in degrees; the radius is 0 to 180
     * @throws RegionProblem if they are not three, or one is out of its range
     */
    public static Cap circle(double... numbers) throws RegionProblem {
        requireCount("a circle", 3, numbers);
        try {
            return Cap.of(numbers[0], numbers[1], numbers[2]);
        } catch (IllegalArgumentException e) {
            throw new RegionProblem(e);
        }
    }

    /**
     * The rectangle that numbers describe (SIA 2.0, section 2.1.1). An infinite end of longitude is 0 or 360, of
     * latitude −90 or 90.
     *
     * @param numbers two longitudes and two latitudes in degrees, as in {@link Rect#of}
     * @throws RegionProblem if they are not four, or one is out of its range
     */
    public static Region range(double... numbers) throws RegionProblem {
        requireCount("a range", 4, numbers);
        try {
            return Rect.of(
                    finite(numbers[0], 0, 360),
                    finite(numbers[1], 0, 360),
                    finite(numbers[2], -90, 90),
                    finite(numbers[3], -90, 90));
        } catch (IllegalArgumentException e) {
            throw new RegionProblem(e);
        }
    }

    private static double finite(double number, double least, double most) {
        return Double.isInfinite(number) ? (number < 0 ? least : most) : number;
    }

    private static void requireCount(String what, int count, double[] numbers) throws RegionProblem {
        if (numbers.length != count) {
            throw new RegionProblem(what + " has " + count + " numbers, not " + numbers.length);
        }
    }

    /**
     * A region as STC-S in ICRS. Polygons go round as DALI wants, counter-clockwise seen from inside the sphere. A
     * rectangle, which STC-S has no word for, is written as {@code RANGE}. {@link #parse} reads it all.
     */
    public static String format(Region region) {
        return write(region, " ICRS");
    }

    private static String write(Region region, String frame) {
        if (region instanceof Spot spot) {
            return "POSITION" + frame + place(spot);
        }
        if (region instanceof Cap cap) {
            return "CIRCLE" + frame + place(new Spot(cap.centre())) + " " + number(cap.radius());
        }
        if (region instanceof Poly poly) {
            StringBuilder text = new StringBuilder("POLYGON").append(frame);
            for (int i = poly.size() - 1; i >= 0; i--) {
                text.append(place(new Spot(poly.vertex(i))));
            }
            return text.toString();
        }
        if (region instanceof Rect rect) {
            return "RANGE" + frame + " " + number(rect.west()) + " " + number(rect.west() + rect.width()) + " "
                    + number(rect.south()) + " " + number(rect.north());
        }
        if (region instanceof Union union) {
            return writeParts("UNION", frame, union.parts());
        }
        if (region instanceof Intersection intersection) {
            return writeParts("INTERSECTION", frame, intersection.parts());
        }
        Difference difference = (Difference) region;
        return writeParts("DIFFERENCE", frame, List.of(difference.base(), difference.hole()));
    }

    private static String writeParts(String word, String frame, List<Region> parts) {
        StringJoiner text = new StringJoiner(" ", word + frame + " (", ")");
        parts.forEach(part -> text.add(write(part, "")));
        return text.toString();
    }

    private static String place(Spot spot) {
        return " " + number(Sphere.longitude(spot.centre())) + " " + number(Sphere.latitude(spot.centre()));
    }

    private static String number(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
