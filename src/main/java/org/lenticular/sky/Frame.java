package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A coordinate frame that a text may be written in, and the way from it to ICRS. */
enum Frame {
    /** Also J2000 and FK5, which differ from it by less than archives' footprints are good to. */
    ICRS(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}),

    /** Rotated by the matrix of the Hipparcos catalogue (volume 1, equation 1.5.11). */
    GALACTIC(new double[] {
        -0.0548755604162154, 0.4941094278755837, -0.8676661490190047,
        -0.8734370902348850, -0.4448296299600112, -0.1980763734312015,
        -0.4838350155487132, 0.7469822444972189, 0.4559837761750669
    }),

    /** Of the mean equinox J2000: turned about the equinox by the obliquity, 84381.448 arcseconds. */
    ECLIPTIC(aboutEquinox(Math.toRadians(84381.448 / 3600)));

    private static final Set<String> REFUSED =
            Set.of("FK4", "B1950", "SUPER_GALACTIC", "SUPERGALACTIC", "GALACTIC_I", "GEO_C", "GEO_D", "AZ_EL", "ALTAZ");

    private final double[] matrix;

    Frame(double[] matrix) {
        this.matrix = matrix;
    }

    private static double[] aboutEquinox(double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new double[] {1, 0, 0, 0, cos, -sin, 0, sin, cos};
    }

    /** The frame that a word names, in any case; empty if it names none. */
    static Optional<Frame> named(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ICRS", "J2000", "FK5", "UNKNOWNFRAME" -> Optional.of(ICRS);
            case "GALACTIC", "GAL", "GALACTIC_II" -> Optional.of(GALACTIC);
            case "ECLIPTIC" -> Optional.of(ECLIPTIC);
            default -> Optional.empty();
        };
    }

    /** Whether a word names a frame that is known and not converted from. */
    static boolean isRefused(String word) {
        return REFUSED.contains(word.toUpperCase(Locale.ROOT));
    }

    /** The ICRS place at a longitude and latitude of this frame, in degrees. */
    S2Point point(double longitude, double latitude) {
        S2Point p = Sphere.point(longitude, latitude);
        return this == ICRS
                ? p
                : Sphere.unit(new S2Point(
                        matrix[0] * p.getX() + matrix[1] * p.getY() + matrix[2] * p.getZ(),
                        matrix[3] * p.getX() + matrix[4] * p.getY() + matrix[5] * p.getZ(),
                        matrix[6] * p.getX() + matrix[7] * p.getY() + matrix[8] * p.getZ()));
    }
}
