package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.FileBody;

/** Tomcat's way to send a file without a thread and without copying it through the program (its documentation: "Asynchronous writes"). */
final class Sendfile {
    private static final String ATTRIBUTE = "org.apache.tomcat.sendfile.";

    /** What is shorter is quicker sent than handed over; Tomcat's own default servlet has the same. */
    private static final long SHORTEST = 48 * 1024;

    private Sendfile() {}

    /**
     * Hands the body over, where the container takes it; it is sent when the request has come to its end. The body's length has been told.
     *
     * @return whether it was handed over
     */
    static boolean takes(Answer.Body body, HttpServletRequest in) throws IOException {
        // An answer that is the last on its connection, in front of a body that was not read, must be out before it is
        // closed.
        if (!(body instanceof FileBody file)
                || file.length() < SHORTEST
                || Unread.isMarked(in)
                || !Boolean.TRUE.equals(in.getAttribute(ATTRIBUTE + "support"))) {
            return false;
        }
        // The container opens it by its name: here it can still be told cleanly that it is gone.
        file.check();
        in.setAttribute(ATTRIBUTE + "filename", file.file().path().toString());
        in.setAttribute(ATTRIBUTE + "start", file.from());
        in.setAttribute(ATTRIBUTE + "end", file.from() + file.length());
        return true;
    }
}
