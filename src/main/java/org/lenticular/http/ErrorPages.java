package org.lenticular.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lenticular.fault.Fault;
import org.lenticular.fault.Quoted;

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
        exchange.writer().write(PlainProtocol.fault(fault(code, asked)), in, out);
    }

    private static Fault fault(int status, String address) {
        return switch (status) {
            case 404 ->
                new Fault(Fault.Word.NOT_FOUND, status, "there is nothing at the address " + Quoted.value(address));
            case 405 ->
                new Fault(
                        Fault.Word.USAGE, status, "no method of this address; send one of " + ProtocolServlet.METHODS);
            case 413 -> new Fault(Fault.Word.USAGE, status, "the request is too long");
            case 414, 431 ->
                new Fault(
                        Fault.Word.USAGE,
                        status,
                        "the request's address or headers are too long; send long lists by POST");
            case 503 -> new Fault(Fault.Word.TRANSIENT, status, "the service cannot answer now");
            default ->
                status < 500
                        ? new Fault(Fault.Word.USAGE, status, "the request cannot be understood")
                        : new Fault(Fault.Word.FATAL, status, "a failure of this service, not of the request");
        };
    }
}
