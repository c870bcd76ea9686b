package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All places between two meridians and two parallels: RANGE of SIA 2.0, POS and SIZE of SIA 1.0. Its north and
 * south sides are no great circles. It may be a piece of a meridian or of a parallel, a full band, a polar cap,
 * or the whole sky.
 */
public final class Rect implements Region {

    /** A gap between the sides of less than this, in degrees, is rounding: the sides are as good as one. */
    private static final double WHOLE_TURN = 1e-10;

    private final double west;
    private final double width;
    private final double south;
    private final double north;
    private final S2Point centre;

    private final S2Point southern;
    private final S2Point northern;
    private final S2Point westward;
    private final S2Point eastward;
    private final S2Point middle;
    private final List<Arc> sides;
    private final double reach;

    Rect(double west, double width, double south, double north, S2Point centre) {
        this.west = west;
        this.width = width;
        this.south = south;
        this.north = north;
        this.centre = centre;
        this.southern = Sphere.point(0, south);
        this.northern = Sphere.point(0, north);
        this.westward = Sphere.point(west, 0);
        this.eastward = Sphere.point(west + width, 0);
        this.middle = Sphere.point(west + width / 2, 0);
        this.sides = List.copyOf(makeSides());
        this.reach = makeReach();
    }

    /**
     * The rectangle between these degrees (SIA 2.0, RANGE).
     *
     * @param lon1 its west side, any finite number; if greater than {@code lon2}, it wraps at 360
     * @param lon2 its east side; if equal to {@code lon1}, the region is a piece of a meridian; 360 or more
     *     east of it, all longitudes
     * @param lat1 its south side, −90 to 90
     * @param lat2 its north side, −90 to 90, not less than {@code lat1}
     * @throws IllegalArgumentException if one is out of its range
     */
    public static Region of(double lon1, double lon2, double lat1, double lat2) {
        Sphere.requirePlace(lon1, lat1);
        Sphere.requirePlace(lon2, lat2);
        if (lat1 > lat2) {
            throw new IllegalArgumentException("the latitudes " + lat1 + " and " + lat2 + " are in the wrong order");
        }
        double width = lon2 - lon1;
        if (width < 0) {
            width += 360 * Math.ceil(-width / 360);
        }
        double wide = wholeTurn(width);
        return make(lon1, wide, lat1, lat2, Sphere.point(lon1 + wide / 2, (lat1 + lat2) / 2));
    }

    /**
     * The region of SIA 1.0: full widths around a position, the width measured along the sky at the position's
     * declination: |Δdec| ≤ height/2 and |Δra| ≤ width/(2 cos dec), with all right ascensions where it reaches
     * a pole. With both sizes 0 it is the position.
     *
     * @param ra right ascension of the position in degrees, any finite number, taken modulo 360
     * @param dec declination of the position in degrees, −90 to 90
     * @param width in degrees, not negative
     * @param height in degrees, not negative
     * @throws IllegalArgumentException if one is out of its range
     */
    public static Region around(double ra, double dec, double width, double height) {
        Sphere.requirePlace(ra, dec);
        if (!(width >= 0 && height >= 0 && Double.isFinite(width + height))) {
            throw new IllegalArgumentException("the size " + width + "," + height + " is not two numbers of degrees");
        }
        if (width == 0 && height == 0) {
            return Spot.of(ra, dec);
        }
        double south = dec - height / 2;
        double north = dec + height / 2;
        boolean polar = south <= -90 || north >= 90;
        double wide = polar ? 360 : wholeTurn(width / Math.cos(Math.toRadians(dec)));
        return make(ra - wide / 2, wide, Math.max(south, -90), Math.min(north, 90), Sphere.point(ra, dec));
    }

    /** Of 310 and 310 + 360, floating point may make less than a whole turn. */
    private static double wholeTurn(double width) {
        return width > 360 - WHOLE_TURN ? 360 : width;
    }

    private static Region make(double west, double width, double south, double north, S2Point centre) {
        boolean point = south == north && (width == 0 || Math.abs(south) == 90);
        return point ? new Spot(centre) : new Rect(west, width, south, north, centre);
    }

    /** Its west side's longitude in degrees, as it was given; the east side lies {@link #width} east of it. */
    public double west() {
        return west;
    }

    /** The difference of its sides' longitudes in degrees, 0 to 360. */
    public double width() {
        return width;
    }

    /** Its southernmost latitude in degrees. */
    public double south() {
        return south;
    }

    /** Its northernmost latitude in degrees. */
    public double north() {
        return north;
    }

    @Override
    public S2Point centre() {
        return centre;
    }

    @Override
    public boolean contains(S2Point place) {
        return north(place, southern) >= -Sphere.EDGE
                && north(place, northern) <= Sphere.EDGE
                && between(place, -Sphere.EDGE);
    }

    @Override
    public boolean inside(S2Point place) {
        return (south == -90 || north(place, southern) > Sphere.EDGE)
                && (north == 90 || north(place, northern) < -Sphere.EDGE)
                && between(place, Sphere.EDGE);
    }

    /** How far a place is north of a parallel, which is given by its place on the prime meridian, to first order. */
    private static double north(S2Point place, S2Point parallel) {
        if (Math.abs(place.getZ()) < 0.75 || place.getZ() * parallel.getZ() <= 0) {
            return place.getZ() - parallel.getZ();
        }
        // Near a pole z hardly changes with latitude; the distance from the axis does.
        double fromAxis = Math.sqrt(place.getX() * place.getX() + place.getY() * place.getY());
        return place.getZ() > 0 ? parallel.getX() - fromAxis : fromAxis - parallel.getX();
    }

    /** Whether a place is between the meridians, and at least so far from both. */
    private boolean between(S2Point place, double margin) {
        if (width >= 360) {
            return true;
        }
        double fromWest = westward.getX() * place.getY() - westward.getY() * place.getX();
        double fromEast = place.getX() * eastward.getY() - place.getY() * eastward.getX();
        double facing = middle.getX() * place.getX() + middle.getY() * place.getY();
        if (width > 180) {
            // Outside is the narrow wedge, where both are negative; what lies opposite a sliver of it faces the middle.
            return fromWest >= margin || fromEast >= margin || margin > 0 && facing > margin;
        }
        return fromWest >= margin && fromEast >= margin && facing >= -Sphere.EDGE;
    }

    /** The sides, in the order of the compass; those of no length left out. */
    List<Arc> sides() {
        return sides;
    }

    /** A chord not shorter than the angle between the centre and the farthest place; 2 or more where that is large. */
    double reach() {
        return reach;
    }

    private List<Arc> makeSides() {
        List<Arc> made = new ArrayList<>();
        if (width < 360 && south < north) {
            made.add(meridian(west));
            if (width > 0) {
                made.add(meridian(west + width));
            }
        }
        if (width > 0 && south > -90) {
            made.add(parallel(south));
        }
        if (width > 0 && north < 90 && south < north) {
            made.add(parallel(north));
        }
        return made;
    }

    private Arc meridian(double longitude) {
        S2Point axis = Sphere.point(longitude - 90, 0);
        return new Arc(axis, 1, Sphere.point(longitude, south), Sphere.point(longitude, north), Arc.Span.NARROW);
    }

    private Arc parallel(double latitude) {
        Arc circle = Arc.around(S2Point.Z_POS, 90 - latitude);
        if (width >= 360) {
            return circle;
        }
        S2Point one = Sphere.point(west, latitude);
        S2Point other = Sphere.point(west + width, latitude);
        Arc.Span span = width > 180 ? Arc.Span.WIDE : Arc.Span.NARROW;
        // About the south pole, counter-clockwise is westward.
        boolean eastward = circle.axis().getZ() > 0;
        return new Arc(circle.axis(), circle.depth(), eastward ? one : other, eastward ? other : one, span);
    }

    private double makeReach() {
        double farthest = 0;
        for (Arc side : sides) {
            farthest = Math.max(farthest, side.farthest2(centre));
        }
        return sides.isEmpty() || contains(centre.neg()) ? 2 : Math.sqrt(farthest) + Sphere.EDGE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rect rect
                && west == rect.west
                && width == rect.width
                && south == rect.south
                && north == rect.north
                && centre.equals(rect.centre);
    }

    @Override
    public int hashCode() {
        return Objects.hash(west, width, south, north);
    }

    @Override
    public String toString() {
        return RegionText.format(this);
    }
}
