package org.lenticular.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.lenticular.http.ContainerFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of errors that never reach the application, such as a malformed request line: one plain line. Tomcat's own page would show its name, its
 * version and its words. Made by Tomcat, by name.
 */
public final class PlainErrorValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(PlainErrorValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean reachable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, reachable);
        if (!reachable.get()) {
            return;
        }
        String address = request.getRequestURI();
        String text = ContainerFaults.of(status, address == null ? "" : address).text() + "\n";
        try {
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
    }
}
