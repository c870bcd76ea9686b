package org.lenticular.http;

import java.io.IOException;

/**
 * Makes the container close the connection at once, where the answer has gone out already: thrown out of a servlet, behind a committed response.
 * Otherwise a container reads the rest of a body first, however slowly it trickles, and ends an answer that broke off as if it were whole.
 */
final class ConnectionDropped extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionDropped(String why) {
        super(why);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // The container logs it; where it comes from tells nobody anything.
        return this;
    }
}
