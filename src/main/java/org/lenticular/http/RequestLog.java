package org.lenticular.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line for each request: method, address, status, milliseconds, bytes of the body, client. */
final class RequestLog extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger("lenticular.request");
    private static final int LONGEST = 200;

    @Override
    protected void doFilter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(in, out);
        } finally {
            Object sent = in.getAttribute(AnswerWriter.SENT);
            LOG.info(
                    "{} {} {} {} ms {} bytes {}",
                    LoggedAddress.escape(in.getMethod()),
                    LoggedAddress.of(address(in)),
                    out.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    sent == null ? 0 : sent,
                    in.getRemoteAddr());
        }
    }

    private static String address(HttpServletRequest in) {
        String query = in.getQueryString();
        if (query == null) {
            return in.getRequestURI();
        }
        return in.getRequestURI() + "?" + (query.length() > LONGEST ? query.substring(0, LONGEST) + "..." : query);
    }
}
