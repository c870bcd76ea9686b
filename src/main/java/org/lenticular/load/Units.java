package org.lenticular.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way from the units that archives write to ObsCore's. Decimal throughout, so that 600 nm becomes 6.0E-7 m and nothing near it.
 *
 * <p>No library on the class path does this: STIL keeps units as text.
 */
final class Units {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal LIGHT = new BigDecimal("299792458");
    /** Planck's constant times the speed of light, in J m; both are exact in the SI. */
    private static final BigDecimal PLANCK_LIGHT = new BigDecimal("6.62607015E-34").multiply(LIGHT);

    private static final BigDecimal ELECTRONVOLT = new BigDecimal("1.602176634E-19");
    private static final BigDecimal JULIAN_DATE = new BigDecimal("2400000.5");

    /** What may be asked of a conversion: which of two limits is the lower one, for one. */
    record Conversion(UnaryOperator<BigDecimal> operator, boolean isIdentity, boolean reverses) {
        double apply(double value) {
            if (isIdentity || !Double.isFinite(value)) {
                return value;
            }
            // A wavelength of frequency 0 is no number that can be told apart from none.
            return reverses && value == 0
                    ? Double.NaN
                    : operator.apply(new BigDecimal(CellText.of(value))).doubleValue();
        }
    }

    private static final Conversion NONE = new Conversion(UnaryOperator.identity(), true, false);

    private static final Map<String, Map<String, Conversion>> TO = Map.of(
            "deg", to(angles(), 1, 1),
            "arcsec", to(angles(), 3600, 1),
            "s", to(durations(), 1, 1),
            "kbyte", to(sizes(), 1, 1000),
            "byte", to(sizes(), 1, 1),
            "m", to(lengths(), 1, 1));
    private static final Map<String, Conversion> WAVELENGTH = wavelengths();
    private static final Map<String, Conversion> MJD = Map.of(
            "d", NONE,
            "mjd", NONE,
            "day", NONE,
            "jd", linear(value -> value.subtract(JULIAN_DATE)),
            "unix", linear(value -> value.divide(new BigDecimal(86400), DIGITS).add(new BigDecimal(40587))),
            "yr", linear(value -> years(value)),
            "a", linear(value -> years(value)));
    private static final Set<String> TIMES = Set.of("t_min", "t_max", "SIA_dateobs");
    private static final Set<String> BANDS = Set.of("em_min", "em_max");

    /** Units that there is nothing to convert to from. */
    private static final Set<String> COUNTS = Set.of("pix", "yr");

    private Units() {}

    /** Whether the role's values are moments, which may be written as dates too. */
    static boolean isTime(Term term) {
        return TIMES.contains(term.name());
    }

    /** From that unit to the role's; a role without a unit takes any. Empty where there is no way. */
    static Optional<Conversion> conversion(Term term, @Nullable String unit) {
        String target = term.unit();
        // Of SIA's band, a column of its own says the unit.
        boolean isBand = term.name().startsWith("SIA_bandpass");
        if (unit == null || unit.isBlank() || target == null || COUNTS.contains(target) || isBand) {
            return Optional.of(NONE);
        }
        return Optional.ofNullable(find(table(term.name(), perPixel(target)), perPixel(unit)));
    }

    /** What would be understood, for a message. */
    static List<String> known(Term term) {
        return table(term.name(), perPixel(String.valueOf(term.unit()))).keySet().stream()
                .sorted()
                .toList();
    }

    private static Map<String, Conversion> table(String role, String target) {
        if (TIMES.contains(role)) {
            return MJD;
        }
        return BANDS.contains(role) ? WAVELENGTH : TO.getOrDefault(target, Map.of(target, NONE));
    }

    /** Capital letters tell M from m, and so count first. */
    private static @Nullable Conversion find(Map<String, Conversion> table, String unit) {
        Conversion exact = table.get(unit);
        return exact != null || unit.matches("[mM].{0,5}") ? exact : table.get(unit.toLowerCase(Locale.ROOT));
    }

    private static String perPixel(String unit) {
        return unit.strip().replaceFirst("(?i)\\s*(/|per)\\s*pix(els?)?$|[ .]pix(el)?(\\*\\*|\\^)?-1$", "");
    }

    private static Map<String, Conversion> to(Map<String, BigDecimal[]> units, long times, long over) {
        Map<String, Conversion> table = new LinkedHashMap<>();
        units.forEach((name, ratio) -> {
            BigDecimal top = ratio[0].multiply(BigDecimal.valueOf(times));
            BigDecimal bottom = ratio[1].multiply(BigDecimal.valueOf(over));
            table.put(
                    name,
                    top.compareTo(bottom) == 0
                            ? NONE
                            : linear(value -> value.multiply(top).divide(bottom, DIGITS)));
        });
        return table;
    }

    private static Conversion linear(UnaryOperator<BigDecimal> operator) {
        return new Conversion(operator, false, false);
    }

    private static BigDecimal years(BigDecimal value) {
        return value.subtract(new BigDecimal(2000))
                .multiply(new BigDecimal("365.25"))
                .add(new BigDecimal("51544.5"));
    }

    private static Map<String, BigDecimal[]> angles() {
        Ratios ratios = new Ratios();
        ratios.put("1", "1", "deg", "degree", "degrees", "degs", "°");
        ratios.put("1", "60", "arcmin", "arcminute", "arcminutes", "amin", "'");
        ratios.put("1", "3600", "arcsec", "arcsecond", "arcseconds", "asec", "\"");
        ratios.put("1", "3600000", "mas");
        ratios.put("57.29577951308232", "1", "rad", "radian", "radians");
        ratios.put("15", "1", "h", "hour", "hours", "hourangle");
        return ratios.map();
    }

    private static Map<String, BigDecimal[]> durations() {
        Ratios ratios = new Ratios();
        ratios.put("1", "1", "s", "sec", "secs", "second", "seconds");
        ratios.put("1", "1000", "ms");
        ratios.put("60", "1", "min", "minute", "minutes");
        ratios.put("3600", "1", "h", "hr", "hour", "hours");
        ratios.put("86400", "1", "d", "day", "days");
        ratios.put("1000", "1", "ks", "kilosecond");
        return ratios.map();
    }

    private static Map<String, BigDecimal[]> sizes() {
        Ratios ratios = new Ratios();
        ratios.put("1", "1", "byte", "bytes", "B");
        ratios.put("1000", "1", "kbyte", "kB", "KB", "kilobyte", "kilobytes");
        ratios.put("1000000", "1", "Mbyte", "MB", "megabyte", "megabytes");
        ratios.put("1000000000", "1", "Gbyte", "GB", "gigabyte", "gigabytes");
        ratios.put("1024", "1", "KiB", "Kibyte");
        ratios.put("1048576", "1", "MiB", "Mibyte");
        ratios.put("1073741824", "1", "GiB", "Gibyte");
        return ratios.map();
    }

    private static Map<String, BigDecimal[]> lengths() {
        Ratios ratios = new Ratios();
        ratios.put("1", "1", "m", "meter", "meters", "metre", "metres");
        ratios.put("1", "100", "cm");
        ratios.put("1", "1000", "mm");
        ratios.put("1", "1E6", "um", "µm", "μm", "micron", "microns", "micrometer", "micrometre");
        ratios.put("1", "1E9", "nm", "nanometer", "nanometers", "nanometre");
        ratios.put("1", "1E10", "Angstrom", "angstrom", "Angstroms", "angstroms", "Å", "Å", "0.1nm");
        ratios.put("1", "1E12", "pm");
        return ratios.map();
    }

    private static Map<String, Conversion> wavelengths() {
        Map<String, Conversion> table = new LinkedHashMap<>(to(lengths(), 1, 1));
        Map.of("Hz", "1", "kHz", "1E3", "MHz", "1E6", "GHz", "1E9", "THz", "1E12", "PHz", "1E15")
                .forEach((name, hertz) -> table.put(name, reciprocal(LIGHT, new BigDecimal(hertz))));
        Map.of("meV", "1E-3", "eV", "1", "keV", "1E3", "MeV", "1E6", "GeV", "1E9", "TeV", "1E12")
                .forEach((name, electronvolts) -> table.put(
                        name, reciprocal(PLANCK_LIGHT, ELECTRONVOLT.multiply(new BigDecimal(electronvolts)))));
        table.put("J", reciprocal(PLANCK_LIGHT, BigDecimal.ONE));
        table.put("erg", reciprocal(PLANCK_LIGHT, new BigDecimal("1E-7")));
        table.put("m-1", reciprocal(BigDecimal.ONE, BigDecimal.ONE));
        table.put("cm-1", reciprocal(BigDecimal.ONE, new BigDecimal(100)));
        return table;
    }

    private static Conversion reciprocal(BigDecimal constant, BigDecimal unit) {
        return new Conversion(value -> constant.divide(value.multiply(unit), DIGITS), false, true);
    }

    /** Units of one kind, each as a fraction of the kind's first. */
    private static final class Ratios {
        private final Map<String, BigDecimal[]> ratios = new LinkedHashMap<>();

        void put(String top, String bottom, String... names) {
            for (String name : names) {
                ratios.put(name, new BigDecimal[] {new BigDecimal(top), new BigDecimal(bottom)});
            }
        }

        Map<String, BigDecimal[]> map() {
            return ratios;
        }
    }
}
