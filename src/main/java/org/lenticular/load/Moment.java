package org.lenticular.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as archives write them (ISO 8601, a blank for the T, fractions cut short), as Modified Julian Dates. */
final class Moment {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d*))?)?)?(?:Z|\\+00(?::?00)?)?");
    private static final int MJD_OF_1970 = 40587;
    private static final double SECONDS_OF_A_DAY = 86400;

    private Moment() {}

    static boolean isDate(String text) {
        return ISO.matcher(text.strip()).matches();
    }

    /** UTC; a leap second is the second after it. */
    static double mjd(String column, String text) throws BadRow {
        Matcher matcher = ISO.matcher(text.strip());
        if (!matcher.matches()) {
            throw BadRow.of(column, text, "is neither a number nor a date such as 2018-08-09T07:37:15");
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            int second = number(matcher, 6);
            LocalTime minute = LocalTime.of(number(matcher, 4), number(matcher, 5), Math.min(second, 59));
            double seconds = minute.toSecondOfDay() + (second == 60 ? 1 : 0) + fraction(matcher.group(7));
            return date.toEpochDay() + MJD_OF_1970 + seconds / SECONDS_OF_A_DAY;
        } catch (DateTimeException e) {
            throw BadRow.of(column, text, "is no date: " + e.getMessage());
        }
    }

    private static int number(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static double fraction(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Double.parseDouble("0." + digits);
    }
}
