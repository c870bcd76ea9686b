package org.lenticular.sia;

import java.util.Set;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.fault.FaultException;

/** VERB: how much of each image is told (SIA 1.0 §4.1.5). */
enum Verbosity {
    /** How to get at the image, and what every answer must have. */
    MINIMUM,
    /** And what identifies it. */
    IDENTITY,
    /** Everything that one could query on: here, all. */
    QUERYABLE,
    /** All. */
    EVERYTHING;

    /** What SIA 1.0 §4.2 wants of every answer, and the identifier that leads to the links. */
    private static final Set<String> MUST = Set.of(
            "SIA_title",
            "SIA_ra",
            "SIA_dec",
            "SIA_naxes",
            "SIA_naxis",
            "SIA_scale",
            "SIA_format",
            "SIA_reference",
            "datalink");

    private static final Set<String> IDENTIFYING = Set.of(
            "SIA_instrument",
            "SIA_dateobs",
            "SIA_bandpass_id",
            "obs_id",
            "obs_publisher_did",
            "obs_collection",
            "target_name",
            "instrument_name",
            "facility_name",
            "t_min",
            "t_max",
            "cloud_access");

    /** @throws FaultException where it is no number from 0 to 3 */
    static Verbosity read(String verb) {
        if (!verb.strip().matches("[0-3]")) {
            throw FaultException.usage("VERB", verb, "is no verbosity; use 0, 1, 2 or 3");
        }
        return values()[verb.strip().charAt(0) - '0'];
    }

    boolean shows(StoredColumn column) {
        if (column.implied()) {
            return false;
        }
        String role = column.role() == null ? "" : column.role();
        return switch (this) {
            case MINIMUM -> MUST.contains(role);
            case IDENTITY -> MUST.contains(role) || IDENTIFYING.contains(role);
            case QUERYABLE, EVERYTHING -> true;
        };
    }
}
