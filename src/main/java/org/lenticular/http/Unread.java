package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** The rest of a body that an answer goes out before. */
final class Unread {
    private static final String MARK = Unread.class.getName();
    private static final long MOST = 64L * 1024 * 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private Unread() {}

    /** Says that the answer to come is the last on its connection, since the rest of the body stands in the way of any other. */
    static void mark(HttpServletRequest in) {
        in.setAttribute(MARK, true);
    }

    static boolean isMarked(HttpServletRequest in) {
        return in.getAttribute(MARK) != null;
    }

    /**
     * Sends the answer now, and closes the connection. A client that is still sending is listened to for a moment first, and what it sends is thrown
     * away: closing in its face makes its system discard the answer that it has not read yet. One that was too slow already is not.
     */
    static void drop(HttpServletRequest in, HttpServletResponse out, int status) throws IOException {
        out.flushBuffer();
        if (status == HttpServletResponse.SC_REQUEST_TIMEOUT || !discard(in)) {
            throw new ConnectionDropped("a request's body was not read to its end");
        }
    }

    private static boolean discard(HttpServletRequest in) {
        long start = System.nanoTime();
        byte[] waste = new byte[16 * 1024];
        long total = 0;
        try {
            InputStream body = in.getInputStream();
            for (int count = 0; count >= 0; count = body.read(waste)) {
                total += count;
                if (total > MOST || System.nanoTime() - start > LONGEST) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // It has gone, as it should.
            return false;
        }
    }
}
