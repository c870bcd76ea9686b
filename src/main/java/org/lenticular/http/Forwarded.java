package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proxy says of the request that came to it: {@code Forwarded} (RFC 7239), else {@code X-Forwarded-…}. Where there are several values, the
 * last counts: the one that the proxy itself added. Any before it may be the client's invention.
 */
final class Forwarded {
    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z]+)=(?:\"([^\"]*)\"|([^;,\"\\s]*))\\s*(?:[;]|$)");

    private final HttpServletRequest in;

    Forwarded(HttpServletRequest in) {
        this.in = in;
    }

    Optional<String> proto() {
        return standard("proto").or(() -> last("X-Forwarded-Proto")).map(proto -> proto.toLowerCase(Locale.ROOT));
    }

    Optional<String> host() {
        return standard("host").or(() -> last("X-Forwarded-Host"));
    }

    Optional<String> port() {
        return last("X-Forwarded-Port");
    }

    /** The path under which the proxy shows this application, in place of the context path. */
    Optional<String> prefix() {
        return last("X-Forwarded-Prefix");
    }

    private Optional<String> standard(String name) {
        Optional<String> element = last("Forwarded");
        if (element.isPresent()) {
            Matcher pairs = PAIR.matcher(element.get());
            while (pairs.lookingAt()) {
                if (pairs.group(1).equalsIgnoreCase(name)) {
                    String quoted = pairs.group(2);
                    return Optional.of(quoted == null ? pairs.group(3) : quoted);
                }
                pairs.region(pairs.end(), element.get().length());
            }
        }
        return Optional.empty();
    }

    private Optional<String> last(String header) {
        String value = null;
        for (Enumeration<String> values = in.getHeaders(header); values.hasMoreElements(); ) {
            value = values.nextElement();
        }
        if (value == null) {
            return Optional.empty();
        }
        String last = value.substring(value.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }
}
