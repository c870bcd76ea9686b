package org.lenticular.vosi;

import java.util.List;

/** The parameters of each protocol, as its capability tells them (VODataService 1.2 §3.5). */
final class Inputs {
    private static final String TEXT = "char *";

    /** @param datatype a VOTable datatype, and behind a blank its arraysize */
    private record Input(String name, boolean required, String datatype, String unit, String ucd, String description) {}

    private static final Input FORM = new Input(
            "RESPONSEFORMAT",
            false,
            TEXT,
            "",
            "meta.code.mime",
            "Form of the answer: votable, csv, json or another, or a media type");
    private static final Input MAXREC = new Input("MAXREC", false, "int", "", "", "Rows at the most");
    private static final Input SOURCE = new Input(
            "source",
            false,
            TEXT,
            "",
            "meta.code",
            "Where files shall come from, by commas in order of preference; left out: https");

    private static final List<Input> SIA1 = List.of(
            new Input(
                    "POS",
                    true,
                    TEXT,
                    "deg",
                    "pos.eq",
                    "Centre of the region: right ascension and declination, ICRS, by a comma"),
            new Input("SIZE", true, TEXT, "deg", "phys.angSize", "Widths of the region; 0: images that hold POS"),
            new Input("FORMAT", false, TEXT, "", "meta.code.mime", "Formats wanted, by commas; METADATA: no images"),
            new Input("INTERSECT", false, TEXT, "", "", "COVERS, ENCLOSED, CENTER or OVERLAPS"),
            new Input("VERB", false, "int", "", "", "How much is told of each image: 0 to 3"),
            MAXREC,
            FORM,
            SOURCE);

    private static final List<Input> SIA2 = List.of(
            new Input("POS", false, TEXT, "deg", "pos.outline;obs.field", "CIRCLE, RANGE or POLYGON, ICRS"),
            interval("BAND", "m", "em.wl;stat.interval", "Wavelengths"),
            interval("TIME", "d", "time.interval;obs.exposure", "Times, MJD"),
            new Input("POL", false, TEXT, "", "meta.code;phys.polarization", "Polarization states, such as I"),
            interval("FOV", "deg", "phys.angSize;instr.fov", "Sizes of the field of view"),
            interval("SPATRES", "arcsec", "pos.angResolution", "Angular resolutions"),
            interval("SPECRP", "", "spect.resolution", "Spectral resolving powers"),
            interval("EXPTIME", "s", "time.duration;obs.exposure", "Exposure times"),
            interval("TIMERES", "s", "time.resolution", "Time resolutions"),
            new Input("ID", false, TEXT, "", "meta.ref.ivoid", "obs_publisher_did, without regard to case"),
            new Input("COLLECTION", false, TEXT, "", "meta.id", "obs_collection"),
            new Input("FACILITY", false, TEXT, "", "meta.id;instr.tel", "Names of telescopes"),
            new Input("INSTRUMENT", false, TEXT, "", "meta.id;instr", "Names of instruments"),
            new Input("DPTYPE", false, TEXT, "", "meta.id", "image or cube"),
            new Input("CALIB", false, "int", "", "meta.code;obs.calib", "Calibration levels, 0 to 4"),
            new Input("TARGET", false, TEXT, "", "meta.id;src", "Names of targets"),
            new Input("FORMAT", false, TEXT, "", "meta.code.mime", "Media types of images"),
            MAXREC,
            FORM,
            SOURCE);

    private static final List<Input> DATALINK = List.of(
            new Input("ID", false, TEXT, "", "meta.id;meta.main", "Identifiers of datasets; may be repeated"),
            MAXREC,
            FORM,
            SOURCE);

    private Inputs() {}

    private static Input interval(String name, String unit, String ucd, String what) {
        return new Input(name, false, "double 2", unit, ucd, what + ": one number or two");
    }

    static void write(Xml xml, Door.Kind kind) {
        List<Input> inputs = switch (kind) {
            case SIA1 -> SIA1;
            case SIA2 -> SIA2;
            case DATALINK -> DATALINK;
            case WHOLE -> List.of();
        };
        for (Input input : inputs) {
            // Those that no standard has are this program's own.
            boolean standard = input != SOURCE;
            xml.open("param", "use", input.required() ? "required" : "optional", "std", Boolean.toString(standard));
            xml.element("name", input.name()).element("description", input.description());
            xml.element("unit", input.unit()).element("ucd", input.ucd());
            String[] type = input.datatype().split(" ");
            xml.element(
                    "dataType", type[0], "xsi:type", "vs:VOTableType", "arraysize", type.length > 1 ? type[1] : null);
            xml.close();
        }
    }
}
