package org.lenticular.query;

/** What of an image is a range of numbers, or one number, and can be constrained (SIA 2.0 §2.1.2, §2.1.3, §2.1.5 to §2.1.9). */
public enum Extent {
    /** Vacuum wavelength, metres. */
    BAND("em_min", "em_max"),
    /** MJD, days. */
    TIME("t_min", "t_max"),
    /** Degrees. */
    FOV("s_fov", "s_fov"),
    /** Arcseconds. */
    SPATRES("s_resolution", "s_resolution"),
    /** A ratio. */
    SPECRP("em_res_power", "em_res_power"),
    /** Seconds. */
    EXPTIME("t_exptime", "t_exptime"),
    /** Seconds. */
    TIMERES("t_resolution", "t_resolution");

    private final String low;
    private final String high;

    Extent(String low, String high) {
        this.low = low;
        this.high = high;
    }

    /** The ObsCore column of its lower end. */
    public String low() {
        return low;
    }

    /** The ObsCore column of its upper end; the same where it is one number. */
    public String high() {
        return high;
    }
}
