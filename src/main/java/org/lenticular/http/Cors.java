package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lenticular.config.Config;
import org.lenticular.protocol.Answer;

/**
 * Which pages' scripts may read answers (the Fetch standard's CORS protocol): those of every origin, of those that the operator lists, or none.
 * Never with credentials: there are none here.
 */
final class Cors {
    /** Those that a script may send to another server: the type of a form, and what one sends for parts of a file or to ask anew. */
    private static final String HEADERS =
            "Content-Type, Range, If-Range, If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, Cache-Control,"
                    + " X-Requested-With";

    /** What a script may read of an answer besides what it always may. */
    private static final String EXPOSED =
            "Content-Length, Content-Range, ETag, Accept-Ranges, Link, Location, Retry-After, " + Answer.WARNINGS;

    private static final String SECONDS_REMEMBERED = "86400";
    private final boolean open;
    private final Set<String> origins;

    /** @param origins as {@link Config.Service#cors} has them */
    Cors(List<String> origins) {
        this.open = origins.contains(Config.Service.ANY_ORIGIN);
        this.origins = Set.copyOf(origins);
    }

    /** Whether answers depend on who asks, which caches must know. */
    boolean dependsOnOrigin() {
        return !open && !origins.isEmpty();
    }

    /** Says of an answer who may read it. */
    void describe(HttpServletRequest in, HttpServletResponse out) {
        if (allow(in, out)) {
            out.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /** Answers a browser that asks whether it may ask. */
    void preflight(HttpServletRequest in, HttpServletResponse out) {
        if (dependsOnOrigin()) {
            out.addHeader("Vary", "Origin");
        }
        if (allow(in, out)) {
            out.setHeader("Access-Control-Allow-Methods", ProtocolServlet.METHODS);
            out.setHeader("Access-Control-Allow-Headers", HEADERS);
            out.setHeader("Access-Control-Max-Age", SECONDS_REMEMBERED);
        }
    }

    private boolean allow(HttpServletRequest in, HttpServletResponse out) {
        String origin = in.getHeader("Origin");
        if (open) {
            out.setHeader("Access-Control-Allow-Origin", "*");
        } else if (origin != null && origins.contains(origin.toLowerCase(Locale.ROOT))) {
            out.setHeader("Access-Control-Allow-Origin", origin);
        } else {
            return false;
        }
        return true;
    }
}
