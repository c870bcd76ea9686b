package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** The rest of a body that an answer went out before. */
final class Unread {
    private static final long MOST = 64L * 1024 * 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private Unread() {}

    /**
     * Sends the answer now and closes the connection. A client that is still sending is listened to for a moment first, and what it sends is thrown
     * away: closing in its face makes its system discard the answer that it has not read yet. One that was too slow already, or waits to be told to
     * go on, is not.
     */
    static void drop(HttpServletRequest in, HttpServletResponse out, int status) throws IOException {
        out.flushBuffer();
        boolean listens = status == HttpServletResponse.SC_REQUEST_TIMEOUT || in.getHeader("Expect") != null;
        if (listens || !discard(in.getInputStream())) {
            throw new ConnectionDropped("a request's body was not read to its end");
        }
    }

    private static boolean discard(InputStream body) throws IOException {
        long start = System.nanoTime();
        byte[] waste = new byte[16 * 1024];
        long total = 0;
        for (int count = 0; count >= 0; count = body.read(waste)) {
            total += count;
            if (total > MOST || System.nanoTime() - start > LONGEST) {
                return false;
            }
        }
        return true;
    }
}
