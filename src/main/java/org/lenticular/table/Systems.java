package org.lenticular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The systems that columns of position and time refer to, by XML ID (VOTable 1.4 §3.2, §3.3). */
public final class Systems {
    /** For positions: the International Celestial Reference System. */
    public static final String ICRS = "icrs";

    /** For times: Modified Julian Date in UTC, as ObsCore has it (ObsCore 1.1 §4.10). */
    public static final String MJD = "mjd_utc";

    private Systems() {}

    /** Whether an XML ID is one of theirs, and so can be referred to and be nothing else's. */
    public static boolean names(@Nullable String id) {
        return ICRS.equals(id) || MJD.equals(id);
    }

    /** The elements of those that some column refers to. */
    static String elements(List<Column> columns) {
        StringBuilder out = new StringBuilder();
        if (columns.stream().anyMatch(column -> ICRS.equals(column.ref()))) {
            out.append("<COOSYS ID=\"" + ICRS + "\" system=\"ICRS\"/>\n");
        }
        if (columns.stream().anyMatch(column -> MJD.equals(column.ref()))) {
            out.append("<TIMESYS ID=\"" + MJD
                    + "\" timeorigin=\"MJD-origin\" timescale=\"UTC\" refposition=\"UNKNOWN\"/>\n");
        }
        return out.toString();
    }
}
