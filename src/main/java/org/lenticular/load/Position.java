package org.lenticular.load;

/** Where an image's centre is, in degrees; NaN where that is not known. */
record Position(double ra, double dec) {
    static final Position UNKNOWN = new Position(Double.NaN, Double.NaN);

    boolean isKnown() {
        return !Double.isNaN(ra) && !Double.isNaN(dec);
    }
}
