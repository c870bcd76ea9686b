package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;

/**
 * Reads what a client sent, from the query string and the body. The container's own {@code getParameter} would replace what is not UTF-8, drop
 * what goes past its count, and not say so.
 */
final class RequestReader {
    private final Config.Limits limits;
    private final LongSupplier nanoTime;

    RequestReader(Config.Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Nothing read yet. */
    Pairs pairs() {
        return new Pairs(limits);
    }

    /** Whether the request says that a body follows. */
    static boolean hasBody(HttpServletRequest in) {
        return in.getContentLengthLong() > 0 || in.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Adds what the request holds, in its order; what was read before a fault stays in the pairs.
     *
     * @return whether nothing of a body is left unread
     */
    boolean read(HttpServletRequest in, Pairs pairs) throws IOException {
        String query = in.getQueryString();
        if (query != null) {
            UrlEncoded.read(query, pairs);
        }
        if (!hasBody(in)) {
            return true;
        }
        if (!in.getMethod().equals("POST")) {
            // A body of a GET has no meaning (RFC 9110 §9.3.1).
            return false;
        }
        if (in.getContentLengthLong() > limits.maxBody()) {
            throw LimitedBody.tooLong(limits);
        }
        LimitedBody body = new LimitedBody(in.getInputStream(), limits, nanoTime);
        readBody(in, body, pairs);
        return body.finished();
    }

    private static void readBody(HttpServletRequest in, LimitedBody body, Pairs pairs) throws IOException {
        String header = in.getContentType();
        ContentType type = ContentType.parse(header == null ? "" : header);
        switch (type.type()) {
            case "application/x-www-form-urlencoded" -> {
                type.requireUtf8();
                UrlEncoded.read(body.readAllBytes(), pairs);
            }
            case "multipart/form-data" -> Multipart.read(body, type, pairs);
            default ->
                throw FaultException.usage(
                        415,
                        "Content-Type: " + Quoted.value(type.type())
                                + " is not read here; send application/x-www-form-urlencoded or multipart/form-data");
        }
    }
}
