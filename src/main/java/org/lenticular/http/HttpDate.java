package org.lenticular.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates in headers, to the second (RFC 9110 §5.6.7). */
final class HttpDate {
    private static final DateTimeFormatter USUAL = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    private static final List<DateTimeFormatter> KNOWN = List.of(
            USUAL,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH),
            format("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDate() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    static String of(Instant time) {
        return USUAL.format(time.atOffset(ZoneOffset.UTC));
    }

    /** In any of the three forms; empty where it is none, which then counts as not sent. */
    static Optional<Instant> parse(String text) {
        for (DateTimeFormatter format : KNOWN) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip(), format).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                // One of the others, or none.
            }
        }
        return Optional.empty();
    }
}
