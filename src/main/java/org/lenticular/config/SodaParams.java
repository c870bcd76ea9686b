package org.lenticular.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/** The parameters that SODA 1.0 (§3) defines for filters: known by name, UCD and unit. */
public final class SodaParams {
    private static final Map<String, Column> BY_NAME = all();

    private SodaParams() {}

    /** The standard's parameter of this name; empty where it has none. Case counts. */
    public static Optional<Column> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether it is the standard's own, with the standard's unit: what is known of a dataset can then be said of it. */
    public static boolean isStandard(Column param) {
        return named(param.name())
                .filter(known -> known.type() == param.type()
                        && String.valueOf(known.unit()).equals(String.valueOf(param.unit())))
                .isPresent();
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Column> all() {
        Map<String, Column> all = new LinkedHashMap<>();
        add(all, "POS", Datatype.CHAR, "*", null, "pos.outline;obs", null, "Region: CIRCLE, RANGE or POLYGON (ICRS)");
        add(all, "CIRCLE", Datatype.DOUBLE, "3", "deg", "pos.outline;obs", "circle", "Circle: its centre and radius");
        add(all, "POLYGON", Datatype.DOUBLE, "*", "deg", "pos.outline;obs", "polygon", "Polygon: its vertices");
        add(all, "BAND", Datatype.DOUBLE, "2", "m", "em.wl;stat.interval", "interval", "Wavelengths");
        add(all, "TIME", Datatype.DOUBLE, "2", "d", "time.interval;obs.exposure", "interval", "Times (MJD)");
        add(all, "POL", Datatype.CHAR, "*", null, "meta.code;phys.polarization", null, "State of polarization");
        return all;
    }

    private static void add(
            Map<String, Column> all,
            String name,
            Datatype type,
            String arraysize,
            @Nullable String unit,
            String ucd,
            @Nullable String xtype,
            String description) {
        all.put(name, new Column(name, type, arraysize, unit, ucd, null, xtype, description, null, null));
    }
}
