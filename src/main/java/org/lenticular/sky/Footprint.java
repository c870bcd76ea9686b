package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The polygon that an image covers, from what its header says of its pixels: gnomonic projection (TAN), edges at
 * the outer sides of the outermost pixels, from 0.5 to N + 0.5. On such an image great circles are straight, so
 * its four corners are all there is to know.
 */
public final class Footprint {

    private Footprint() {}

    /**
     * The footprint of an image whose middle lies at a place.
     *
     * @param ra right ascension of the middle in degrees
     * @param dec declination of the middle in degrees, −90 to 90
     * @param scaleLon degrees per pixel along the first axis, as CDELT1, its sign free, not 0
     * @param scaleLat degrees per pixel along the second axis, as CDELT2, its sign free, not 0
     * @param width pixels along the first axis
     * @param height pixels along the second axis
     * @param rotation of the image in degrees, as CROTA2
     * @throws RegionProblem if a number is out of its range, or the image is 180 degrees wide or more
     */
    public static Poly fromScale(
            double ra, double dec, double scaleLon, double scaleLat, double width, double height, double rotation)
            throws RegionProblem {
        double cos = Math.cos(Math.toRadians(rotation));
        double sin = Math.sin(Math.toRadians(rotation));
        return fromCd(
                ra,
                dec,
                (width + 1) / 2,
                (height + 1) / 2,
                scaleLon * cos,
                -scaleLat * sin,
                scaleLon * sin,
                scaleLat * cos,
                width,
                height);
    }

    /**
     * The footprint of an image with a FITS world coordinate system of type TAN.
     *
     * @param crval1 right ascension of the reference pixel in degrees
     * @param crval2 declination of the reference pixel in degrees, −90 to 90
     * @param crpix1 the reference pixel along the first axis, 1 being the middle of the first pixel
     * @param crpix2 the same along the second axis
     * @param cd11 degrees along right ascension per pixel of the first axis
     * @param cd12 degrees along right ascension per pixel of the second axis
     * @param cd21 degrees along declination per pixel of the first axis
     * @param cd22 degrees along declination per pixel of the second axis
     * @param width pixels along the first axis
     * @param height pixels along the second axis
     * @throws RegionProblem if a number is out of its range, the matrix leaves no area, or the image is 180
     *     degrees wide or more
     */
    public static Poly fromCd(
            double crval1,
            double crval2,
            double crpix1,
            double crpix2,
            double cd11,
            double cd12,
            double cd21,
            double cd22,
            double width,
            double height)
            throws RegionProblem {
        double area = cd11 * cd22 - cd12 * cd21;
        if (!(width > 0 && height > 0 && Double.isFinite(crval1 + crpix1 + crpix2 + area) && area != 0)) {
            throw new RegionProblem("pixels with a place, a size and a number above zero are needed for a footprint");
        }
        if (!(Math.abs(crval2) <= 90)) {
            throw new RegionProblem("the declination " + crval2 + " is not between -90 and 90 degrees");
        }
        if (!(width * Math.hypot(cd11, cd21) < 180 && height * Math.hypot(cd12, cd22) < 180)) {
            throw new RegionProblem("the image would be 180 degrees wide or more");
        }
        List<S2Point> corners = new ArrayList<>(4);
        double[][] edges = {{0.5, 0.5}, {width + 0.5, 0.5}, {width + 0.5, height + 0.5}, {0.5, height + 0.5}};
        for (double[] pixel : edges) {
            double x = pixel[0] - crpix1;
            double y = pixel[1] - crpix2;
            corners.add(deproject(crval1, crval2, cd11 * x + cd12 * y, cd21 * x + cd22 * y));
        }
        return Outline.of(corners).toPoly();
    }

    /** The place at offsets in degrees on the plane that touches the sphere at another. */
    private static S2Point deproject(double ra, double dec, double eastOffset, double northOffset) {
        S2Point east = Sphere.point(ra + 90, 0);
        S2Point north = dec + 90 <= 90 ? Sphere.point(ra, dec + 90) : Sphere.point(ra + 180, 90 - dec);
        return Sphere.unit(Sphere.point(ra, dec)
                .add(east.mul(Math.toRadians(eastOffset)))
                .add(north.mul(Math.toRadians(northOffset))));
    }
}
