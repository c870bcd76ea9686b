package org.lenticular.sia2;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an interval with units or dates in it is without them, so that a message can tell its reader what to send. It is only ever told: intervals are numbers
 * (SIA 2.0 §2.1), and a client that is understood here would not be elsewhere.
 */
final class Meant {
    private static final String NUMBER =
            "[+-]?(?:(?:\\d{1,20}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][+-]?\\d{1,3})?|(?i:inf(?:inity)?))";
    private static final Pattern ONE = Pattern.compile("(" + NUMBER + ")\\s*((?!(?i:inf|nan))[A-Za-zµμÅ]{1,10})?");
    private static final Pattern TWO = Pattern.compile(ONE.pattern() + "\\s+" + ONE.pattern());
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?))?Z?");
    private static final MathContext DIGITS = new MathContext(13);
    private static final BigDecimal LIGHT = new BigDecimal("299792458");
    private static final BigDecimal METRES_OF_ONE_EV = new BigDecimal("1.23984198433E-6");

    /** By the parameter's own unit, what one of another is in it; of a unit that counts the other way round, what one over it is. */
    private static final Map<String, Map<String, BigDecimal>> UNITS = Map.of(
            "m",
            units(
                    "m 1 cm 1e-2 mm 1e-3 um 1e-6 µm 1e-6 μm 1e-6 micron 1e-6 nm 1e-9 A 1e-10 Å 1e-10 angstrom 1e-10 pm 1e-12"),
            "d",
            units("d 1 day 1 days 1"),
            "deg",
            units("deg 1 degree 1 degrees 1 rad 57.2957795130823 arcmin 0.0166666666666667 arcsec 2.77777777777778e-4"),
            "arcsec",
            units("arcsec 1 mas 1e-3 arcmin 60 deg 3600 rad 206264.806247096"),
            "s",
            units("s 1 sec 1 ms 1e-3 ks 1000 min 60 h 3600 hr 3600 d 86400 day 86400"));

    private static final Map<String, BigDecimal> FREQUENCIES = units("Hz 1 kHz 1e3 MHz 1e6 GHz 1e9 THz 1e12 PHz 1e15");
    private static final Map<String, BigDecimal> ENERGIES = units("meV 1e-3 eV 1 keV 1e3 MeV 1e6 GeV 1e9 TeV 1e12");

    private Meant() {}

    /** The interval in the parameter's own unit; empty where the value has no unit in it, or one that nobody here knows. */
    static Optional<String> inOwnUnit(Range range, String value) {
        Matcher one = ONE.matcher(value.strip());
        if (one.matches()) {
            return one.group(2) == null ? Optional.empty() : own(range, one.group(1), one.group(2));
        }
        Matcher two = TWO.matcher(value.strip());
        if (!two.matches() || two.group(4) == null) {
            return Optional.empty();
        }
        String before = two.group(2) == null ? two.group(4) : two.group(2);
        Optional<String> high = own(range, two.group(3), two.group(4));
        return own(range, two.group(1), before).flatMap(low -> high.map(other -> inOrder(low, other)));
    }

    /** The interval in MJD, the whole day where it is one date; empty where it is not all dates and numbers. */
    static Optional<String> inDays(List<String> words) {
        List<String> days = new ArrayList<>();
        for (String word : words) {
            String day = word.matches(NUMBER) ? word : mjd(word);
            if (day == null || days.size() == 2) {
                return Optional.empty();
            }
            days.add(day);
        }
        return days.size() == 1 && words.get(0).indexOf('T') < 0
                ? Optional.of(days.get(0) + " " + new BigDecimal(days.get(0)).add(BigDecimal.ONE))
                : Optional.of(String.join(" ", days));
    }

    /** Null where it is no date; what looks like one and is not, such as the 30th of February, is none either. */
    private static @Nullable String mjd(String word) {
        Matcher date = DATE.matcher(word);
        if (!date.matches()) {
            return null;
        }
        try {
            BigDecimal day =
                    BigDecimal.valueOf(LocalDate.parse(date.group(1)).getLong(JulianFields.MODIFIED_JULIAN_DAY));
            long nanos =
                    date.group(2) == null ? 0 : LocalTime.parse(date.group(2)).toNanoOfDay();
            return text(day.add(BigDecimal.valueOf(nanos).divide(new BigDecimal("86400e9"), DIGITS)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Optional<String> own(Range range, String number, String unit) {
        String own = range.unit().orElse("");
        if (number.toLowerCase(Locale.ROOT).contains("inf")) {
            return Optional.of(number);
        }
        BigDecimal value = new BigDecimal(number);
        BigDecimal factor = UNITS.getOrDefault(own, Map.of()).get(unit);
        if (factor != null) {
            return Optional.of(text(value.multiply(factor)));
        }
        BigDecimal hertz = FREQUENCIES.get(unit);
        BigDecimal electronvolts = ENERGIES.get(unit);
        if (range != Range.BAND || value.signum() <= 0 || hertz == null && electronvolts == null) {
            return Optional.empty();
        }
        return Optional.of(text(
                hertz != null
                        ? LIGHT.divide(value.multiply(hertz), DIGITS)
                        : METRES_OF_ONE_EV.divide(value.multiply(electronvolts), DIGITS)));
    }

    /** Of frequencies and energies, the higher one is the shorter wave. */
    private static String inOrder(String low, String high) {
        boolean turned = low.matches("[\\d.eE+-]+")
                && high.matches("[\\d.eE+-]+")
                && new BigDecimal(low).compareTo(new BigDecimal(high)) > 0;
        return turned ? high + " " + low : low + " " + high;
    }

    private static String text(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        boolean plain = rounded.scale() <= 6 && rounded.precision() - rounded.scale() <= 9;
        return plain
                ? rounded.toPlainString()
                : rounded.toString().toLowerCase(Locale.ROOT).replace("e+", "e");
    }

    private static Map<String, BigDecimal> units(String pairs) {
        Map<String, BigDecimal> units = new HashMap<>();
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            units.put(words[i], new BigDecimal(words[i + 1]));
        }
        return Map.copyOf(units);
    }
}
