package org.lenticular.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Roles;
import org.lenticular.load.Image.CellMaker;
import org.lenticular.table.Column;

/**
 * The columns that an archive's table has not, and that can be made: ObsCore's that the configuration makes from others or that must be
 * converted, then SIA 1.0's, the dataset's identifier, and places for what each request decides.
 */
final class DerivedColumns {
    /** @param role what its cells are */
    record Derived(Column column, String role, CellMaker maker) {}

    private static final Set<String> PER_REQUEST = Set.of("access_url", "SIA_reference");

    private final OwnColumns own;
    private final RoleMap roles;
    private final Footprints footprints;
    private final List<Derived> list = new ArrayList<>();

    private DerivedColumns(OwnColumns own, RoleMap roles, Footprints footprints) {
        this.own = own;
        this.roles = roles;
        this.footprints = footprints;
    }

    /**
     * @param datasetIsOwn whether an own column holds the dataset's identifier
     */
    static List<Derived> of(OwnColumns own, RoleMap roles, Footprints footprints, boolean datasetIsOwn) {
        DerivedColumns derived = new DerivedColumns(own, roles, footprints);
        derived.addObsCore();
        derived.addRequiredSia();
        // A table that has columns of SIA's was laid out for SIA by its archive, who left out the others on purpose.
        boolean laidOut = own.all().stream().anyMatch(DerivedColumns::isOfSia);
        if (!laidOut) {
            derived.addOptionalSia();
        }
        derived.add("SIA_reference", image -> null);
        if (!datasetIsOwn) {
            derived.list.add(new Derived(
                    Column.text(derived.free("datalink"))
                            .withDescription("identifier that DataLink knows the image by"),
                    "datalink",
                    Image::dataset));
        }
        if (own.index("cloud_access") < 0) {
            derived.list.add(new Derived(
                    Column.text("cloud_access").withDescription("copies in clouds (JSON)"),
                    "cloud_access",
                    image -> null));
        }
        return derived.list;
    }

    private static boolean isOfSia(Column column) {
        String ucd = column.ucd() == null ? "" : column.ucd();
        return column.name().regionMatches(true, 0, "SIA_", 0, 4) || ucd.regionMatches(true, 0, "VOX:", 0, 4);
    }

    private void addObsCore() {
        List<String> all = new ArrayList<>(Roles.OBSCORE_MANDATORY);
        all.addAll(Roles.OBSCORE_OPTIONAL);
        for (String role : all) {
            if (roles.has(role) && !PER_REQUEST.contains(role)) {
                add(role, image -> roles.cell(role, image.row()));
            }
        }
    }

    /** Those that SIA 1.0 §4.2 demands of every table, known or not, and the instrument. */
    private void addRequiredSia() {
        add("SIA_title", this::title);
        add("SIA_scale", image -> Numbers.text(footprints.scale(image.row()), false));
        add("SIA_naxis", image -> Numbers.text(footprints.size(image.row()), true));
        add("SIA_naxes", this::axes);
        add("SIA_format", image -> roles.text("access_format", image.row()));
        add("SIA_ra", image -> Numbers.text(image.position().ra()));
        add("SIA_dec", image -> Numbers.text(image.position().dec()));
        if (roles.has("instrument_name") || roles.has("SIA_instrument")) {
            add("SIA_instrument", image -> roles.text("instrument_name", image.row()));
        }
    }

    private void addOptionalSia() {
        if (roles.has("t_min") || roles.has("t_max")) {
            add("SIA_dateobs", this::middle);
        }
        for (String role : List.of("SIA_frame", "SIA_equinox", "SIA_projection", "SIA_crpix", "SIA_crval", "SIA_cd")) {
            addConfigured(role);
        }
        addConfigured("SIA_bandpass_id");
        if (roles.has("em_min") && roles.has("em_max") && !roles.has("SIA_bandpass_lolimit")) {
            add("SIA_bandpass_unit", image -> isBand(image) ? "meters" : null);
            add("SIA_bandpass_refvalue", this::middleOfBand);
            add("SIA_bandpass_hilimit", image -> roles.cell("em_max", image.row()));
            add("SIA_bandpass_lolimit", image -> roles.cell("em_min", image.row()));
        }
        for (String role :
                List.of("SIA_bandpass_unit", "SIA_bandpass_refvalue", "SIA_bandpass_hilimit", "SIA_bandpass_lolimit")) {
            addConfigured(role);
        }
        addConfigured("SIA_pixflags");
        if (roles.has("access_estsize")) {
            add("SIA_filesize", image -> Numbers.wholeText(roles.number("access_estsize", image.row()) * 1000));
        }
        addConfigured("SIA_filesize");
    }

    private void addConfigured(String role) {
        boolean isThere = list.stream().anyMatch(derived -> derived.role().equals(role));
        if (roles.has(role) && !isThere) {
            add(role, image -> null);
        }
    }

    /** Adds a column unless an own one plays the role; what is configured for the role goes before what could be derived. */
    private void add(String role, CellMaker maker) {
        if (roles.isOwn(role)) {
            return;
        }
        boolean configured = roles.has(role) && !PER_REQUEST.contains(role);
        Column column = Terms.named(role).column();
        list.add(new Derived(
                column.withName(free(column.name())),
                role,
                configured ? image -> roles.cell(role, image.row()) : maker));
    }

    /** The name, or one like it where the archive has a column of its own that is called so and is something else. */
    private String free(String name) {
        return own.index(name) < 0 ? name : "lenticular_" + name;
    }

    private @Nullable String title(Image image) {
        String title = roles.text("obs_title", image.row());
        String target = title == null ? roles.text("target_name", image.row()) : title;
        return target == null ? image.fileName() : target;
    }

    private @Nullable String axes(Image image) throws BadRow {
        int length = footprints.size(image.row()).length;
        if (length > 0) {
            return Integer.toString(length);
        }
        return "cube".equalsIgnoreCase(roles.text("dataproduct_type", image.row())) ? null : "2";
    }

    private @Nullable String middle(Image image) throws BadRow {
        double begin = roles.number("t_min", image.row());
        double end = roles.number("t_max", image.row());
        return Numbers.text(Double.isNaN(begin) ? end : Double.isNaN(end) ? begin : begin + (end - begin) / 2);
    }

    private boolean isBand(Image image) throws BadRow {
        return roles.cell("em_min", image.row()) != null;
    }

    private @Nullable String middleOfBand(Image image) throws BadRow {
        return Numbers.text((roles.number("em_min", image.row()) + roles.number("em_max", image.row())) / 2);
    }
}
