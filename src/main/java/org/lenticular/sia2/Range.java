package org.lenticular.sia2;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.query.Extent;

/** The parameters that are intervals of numbers (SIA 2.0 §2.1.2, §2.1.3, §2.1.5 to §2.1.9). */
enum Range {
    BAND(Extent.BAND, "m", "em.wl", "5e-7 8e-7", "Wavelengths in vacuum, of which the image has some"),
    TIME(Extent.TIME, "d", "time;obs.exposure", "58849 59000.5", "Times (MJD, UTC) at some of which it was taken"),
    FOV(Extent.FOV, "deg", "phys.angSize;instr.fov", "0.1 1", "Diameter of its field of view"),
    SPATRES(Extent.SPATRES, "arcsec", "pos.angResolution", "0 0.5", "Its angular resolution"),
    SPECRP(Extent.SPECRP, null, "spect.resolution", "1000 +Inf", "Its spectral resolving power"),
    EXPTIME(Extent.EXPTIME, "s", "time.duration;obs.exposure", "100 3600", "Its exposure time"),
    TIMERES(Extent.TIMERES, "s", "time.resolution", "0 60", "Its resolution in time");

    private final Extent extent;
    private final @Nullable String unit;
    private final String ucd;
    private final String example;
    private final String description;

    Range(Extent extent, @Nullable String unit, String ucd, String example, String description) {
        this.extent = extent;
        this.unit = unit;
        this.ucd = ucd;
        this.example = example;
        this.description = description;
    }

    Extent extent() {
        return extent;
    }

    /** Empty where it is a ratio. */
    Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    /** The same for people. */
    Optional<String> unitInWords() {
        return unit().map(symbol -> switch (symbol) {
            case "m" -> "metres";
            case "d" -> "days (MJD)";
            case "deg" -> "degrees";
            case "arcsec" -> "arcseconds";
            case "s" -> "seconds";
            default -> symbol;
        });
    }

    String ucd() {
        return ucd;
    }

    /** A value that would do, for messages. */
    String example() {
        return example;
    }

    String description() {
        return description;
    }
}
