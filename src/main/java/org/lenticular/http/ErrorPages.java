package org.lenticular.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lenticular.fault.Fault;

/** In place of the container's own error pages: the same errors, told as ours. */
final class ErrorPages extends HttpServlet {
    /** Where the container sends errors to; web.xml and the embedded container name it too. */
    static final String ADDRESS = "/error";

    private static final long serialVersionUID = 1L;

    private final Exchange exchange;

    ErrorPages(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    protected void service(HttpServletRequest in, HttpServletResponse out) throws IOException {
        if (out.isCommitted()) {
            // Whatever was added here would stand behind the answer that has begun.
            return;
        }
        // Asked for by its own address, it is nothing.
        int status = in.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given
                ? given
                : HttpServletResponse.SC_NOT_FOUND;
        String address = in.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : in.getRequestURI();
        // A container hands over an exception for a client's mistakes too, such as a body that is no HTTP.
        boolean ours = status >= 500 && in.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable;
        Fault fault = ours
                ? exchange.failures().log(address, (Throwable) in.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                : ContainerFaults.of(status, address);
        exchange.writer().write(PlainProtocol.fault(fault), in, out);
    }
}
