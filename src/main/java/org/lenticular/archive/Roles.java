package org.lenticular.archive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a column of images can be to the protocols: the names of ObsCore 1.1's columns, and of those that SIA 1.0 adds ({@code SIA_…}). The one
 * place where these names are listed.
 */
public final class Roles {
    /** The columns that every ObsCore table has (ObsCore 1.1 §3.3, mandatory), in the order of its table. */
    public static final List<String> OBSCORE_MANDATORY = List.of(
            "dataproduct_type",
            "calib_level",
            "obs_collection",
            "obs_id",
            "obs_publisher_did",
            "access_url",
            "access_format",
            "access_estsize",
            "target_name",
            "s_ra",
            "s_dec",
            "s_fov",
            "s_region",
            "s_resolution",
            "s_xel1",
            "s_xel2",
            "t_min",
            "t_max",
            "t_exptime",
            "t_resolution",
            "t_xel",
            "em_min",
            "em_max",
            "em_res_power",
            "em_xel",
            "o_ucd",
            "pol_states",
            "pol_xel",
            "facility_name",
            "instrument_name");

    /** The columns that an ObsCore table may have besides (ObsCore 1.1 §4, optional). */
    public static final List<String> OBSCORE_OPTIONAL = List.of(
            "dataproduct_subtype",
            "target_class",
            "obs_creation_date",
            "obs_creator_name",
            "obs_creator_did",
            "obs_title",
            "publisher_id",
            "bib_reference",
            "data_rights",
            "obs_release_date",
            "s_ucd",
            "s_unit",
            "s_resolution_min",
            "s_resolution_max",
            "s_pixel_scale",
            "s_calib_status",
            "s_stat_error",
            "t_calib_status",
            "t_stat_error",
            "em_ucd",
            "em_unit",
            "em_calib_status",
            "em_res_power_min",
            "em_res_power_max",
            "em_resolution",
            "em_stat_error",
            "o_unit",
            "o_calib_status",
            "o_stat_error",
            "proposal_id");

    /** The columns of SIA 1.0 §4.2, by the names that the notebook's service gave them and, for the others, by the same pattern. */
    public static final List<String> SIA = List.of(
            "SIA_title",
            "SIA_ra",
            "SIA_dec",
            "SIA_naxes",
            "SIA_naxis",
            "SIA_scale",
            "SIA_format",
            "SIA_reference",
            "SIA_instrument",
            "SIA_dateobs",
            "SIA_frame",
            "SIA_equinox",
            "SIA_projection",
            "SIA_crpix",
            "SIA_crval",
            "SIA_cd",
            "SIA_rotation",
            "SIA_bandpass_id",
            "SIA_bandpass_unit",
            "SIA_bandpass_refvalue",
            "SIA_bandpass_hilimit",
            "SIA_bandpass_lolimit",
            "SIA_pixflags",
            "SIA_filesize");

    /** All of them, ObsCore's first. */
    public static final Set<String> ALL = all();

    private Roles() {}

    private static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(OBSCORE_MANDATORY);
        all.addAll(OBSCORE_OPTIONAL);
        all.addAll(SIA);
        return java.util.Collections.unmodifiableSet(all);
    }
}
