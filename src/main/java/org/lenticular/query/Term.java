package org.lenticular.query;

/** What of an image is a word, and can be constrained (SIA 2.0 §2.1.4, §2.1.10 to §2.1.16). */
public enum Term {
    COLLECTION("obs_collection"),
    FACILITY("facility_name"),
    INSTRUMENT("instrument_name"),
    /** {@code image} or {@code cube}. */
    DPTYPE("dataproduct_type"),
    /** 0 to 4, as written. */
    CALIB("calib_level"),
    TARGET("target_name"),
    /** Compared without regard to case, as IVOA identifiers are. */
    ID("obs_publisher_did"),
    /** One of a list such as {@code /I/Q/U/}: a whole one, so that I is not in {@code /POLI/}. */
    POL("pol_states");

    private final String column;

    Term(String column) {
        this.column = column;
    }

    /** The ObsCore column. */
    public String column() {
        return column;
    }
}
