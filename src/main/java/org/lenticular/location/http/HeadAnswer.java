package org.lenticular.location.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.Probe;

/**
 * What a server said of a copy.
 *
 * @param at where it was asked in the end, behind all redirects
 */
record HeadAnswer(URI at, int status, HttpHeaders headers) {
    private static final Pattern TOTAL = Pattern.compile("bytes (?:\\d+-\\d+|\\*)/(\\d{1,18})");

    /** Whether the copy is there, and what is told of it. */
    Probe probe() {
        String server = at.getAuthority();
        if (status == 200 || status == 206 || status == 416 && total() != null) {
            return Probe.there(length(), headers.firstValue("ETag").orElse(null), modified());
        }
        String said = server + " answers " + status;
        return switch (status) {
            case 404, 410 -> Probe.notThere(said);
            case 401, 403 -> Probe.unknown(said + ": it lets this machine read nothing there");
            default -> Probe.unknown(said + (status >= 500 ? ": it has troubles of its own" : ""));
        };
    }

    private @Nullable Long length() {
        // One that compresses in spite of what was asked tells another length.
        boolean plain = headers.firstValue("Content-Encoding")
                .map(coding -> coding.toLowerCase(Locale.ROOT).equals("identity"))
                .orElse(true);
        if (!plain) {
            return null;
        }
        if (status != 200) {
            return total();
        }
        String told = headers.firstValue("Content-Length").orElse("");
        return told.matches("\\d{1,18}") ? Long.valueOf(told) : null;
    }

    private @Nullable Long total() {
        Matcher total = TOTAL.matcher(headers.firstValue("Content-Range").orElse(""));
        return total.matches() ? Long.valueOf(total.group(1)) : null;
    }

    private @Nullable Instant modified() {
        try {
            return headers.firstValue("Last-Modified")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
