package org.lenticular.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
        Object status = in.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object address = in.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (in.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            exchange.writer()
                    .write(PlainProtocol.fault(exchange.failures().log(String.valueOf(address), cause)), in, out);
            return;
        }
        // Asked for by its own address, it is nothing.
        int code = status instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
        String asked = address == null ? in.getRequestURI() : address.toString();
        exchange.writer().write(PlainProtocol.fault(ContainerFaults.of(code, asked)), in, out);
    }
}
