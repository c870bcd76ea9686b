package org.lenticular.load;

import com.google.common.geometry.S2LatLng;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Footprint;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.sky.RegionText;
import org.lenticular.sky.Spot;

/** Where an image lies on the sky, from the best that its row says of it. */
final class Footprints {
    private static final Units.Conversion ARCSECONDS =
            Units.conversion(Terms.named("s_fov"), "arcsec").orElseThrow();

    private final RoleMap roles;

    Footprints(RoleMap roles) {
        this.roles = roles;
    }

    /** Whether any column says where images are. */
    boolean areKnown() {
        return roles.has("s_region")
                || roles.has("s_ra") && roles.has("s_dec")
                || roles.has("SIA_ra") && roles.has("SIA_dec")
                || roles.has("SIA_crval");
    }

    /** The centre that the row gives. */
    Position position(Row row) throws BadRow {
        Position position = position("s_ra", "s_dec", row);
        return position.isKnown() ? position : position("SIA_ra", "SIA_dec", row);
    }

    private Position position(String raRole, String decRole, Row row) throws BadRow {
        double ra = roles.number(raRole, row);
        double dec = roles.number(decRole, row);
        if (Double.isNaN(ra) || Double.isNaN(dec)) {
            return Position.UNKNOWN;
        }
        if (Math.abs(dec) > 90) {
            throw BadRow.of(
                    source(decRole),
                    String.valueOf(roles.text(decRole, row)),
                    "is no latitude: it is not between -90 and 90");
        }
        if (Double.isInfinite(ra) || Math.abs(ra) > 720) {
            throw BadRow.of(source(raRole), String.valueOf(roles.text(raRole, row)), "is no longitude in degrees");
        }
        return new Position(ra < 0 || ra >= 360 ? Math.IEEEremainder(ra - 180, 360) + 180 : ra, dec);
    }

    private String source(String role) {
        RoleValue value = roles.get(role);
        return value == null ? role : value.source();
    }

    /** The centre that stands for a region where the row gives none. */
    static Position centre(Region region) {
        S2LatLng centre = new S2LatLng(region.centre());
        double longitude = centre.lngDegrees();
        return new Position(longitude < 0 ? longitude + 360 : longitude, centre.latDegrees());
    }

    /** The first that is there: its region, its pixels on the sky, its field of view, its position. */
    Optional<Region> of(Row row, Position position) throws BadRow {
        Optional<Region> region = written(row);
        if (region.isEmpty()) {
            region = pixels(row, position);
        }
        if (region.isPresent() || !position.isKnown()) {
            return region;
        }
        double fov = roles.number("s_fov", row);
        if (fov > 0 && fov <= 360) {
            return Optional.of(Cap.of(position.ra(), position.dec(), fov / 2));
        }
        return Optional.of(Spot.of(position.ra(), position.dec()));
    }

    private Optional<Region> written(Row row) throws BadRow {
        String text = roles.text("s_region", row);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return RegionText.parse(text);
        } catch (RegionProblem e) {
            throw BadRow.of(source("s_region"), text, "is no footprint: " + e.getMessage());
        }
    }

    private Optional<Region> pixels(Row row, Position position) throws BadRow {
        double[] size = size(row);
        if (size.length < 2 || !(size[0] > 0 && size[1] > 0)) {
            return Optional.empty();
        }
        try {
            Region byMatrix = byMatrix(row, position, size);
            return Optional.ofNullable(byMatrix == null ? byScale(row, position, size) : byMatrix);
        } catch (RegionProblem e) {
            throw BadRow.of("the image's pixels make no footprint: " + e.getMessage());
        }
    }

    private @Nullable Region byMatrix(Row row, Position position, double[] size) throws BadRow, RegionProblem {
        double[] cd = roles.numbers("SIA_cd", row);
        double[] pixel = pair(roles.numbers("SIA_crpix", row), (size[0] + 1) / 2, (size[1] + 1) / 2);
        double[] value = pair(roles.numbers("SIA_crval", row), position.ra(), position.dec());
        // All zero is how a header without a matrix comes out of some tables.
        boolean isMatrix = cd.length == 4 && cd[0] * cd[3] - cd[1] * cd[2] != 0;
        if (!isMatrix || Double.isNaN(value[0] + value[1])) {
            return null;
        }
        return Footprint.fromCd(value[0], value[1], pixel[0], pixel[1], cd[0], cd[1], cd[2], cd[3], size[0], size[1]);
    }

    private static double[] pair(double[] given, double first, double second) {
        return given.length >= 2 ? given : new double[] {first, second};
    }

    private @Nullable Region byScale(Row row, Position position, double[] size) throws BadRow, RegionProblem {
        double[] scale = scale(row);
        if (scale.length == 0 || scale[0] == 0 || scale[1] == 0 || Double.isNaN(scale[0] + scale[1])) {
            return null;
        }
        double rotation = roles.number("SIA_rotation", row);
        return position.isKnown()
                ? Footprint.fromScale(
                        position.ra(),
                        position.dec(),
                        scale[0],
                        scale[1],
                        size[0],
                        size[1],
                        Double.isFinite(rotation) ? rotation : 0)
                : null;
    }

    /** Pixels along each axis; none where that is not known. */
    double[] size(Row row) throws BadRow {
        double[] size = roles.numbers("SIA_naxis", row);
        if (size.length > 0) {
            return size;
        }
        double width = roles.number("s_xel1", row);
        double height = roles.number("s_xel2", row);
        return width > 0 && height > 0 ? new double[] {width, height} : size;
    }

    /** Degrees per pixel along each of two axes; none where that is not known. */
    double[] scale(Row row) throws BadRow {
        double[] scale = roles.numbers("SIA_scale", row);
        if (scale.length > 0) {
            return scale.length == 1 ? new double[] {scale[0], scale[0]} : scale;
        }
        double pixel = roles.number("s_pixel_scale", row);
        double degrees = ARCSECONDS.apply(pixel);
        return pixel > 0 ? new double[] {degrees, degrees} : scale;
    }
}
