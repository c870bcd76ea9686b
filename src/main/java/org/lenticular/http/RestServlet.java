package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Protocol;

/** Every address that no other servlet has. In place of the container's own default servlet, which would show files and pages of its own. */
final class RestServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    private final boolean everything;

    private RestServlet(Protocol protocol, boolean everything, Exchange exchange) {
        super(protocol, exchange);
        this.everything = everything;
    }

    /** Answers that there is nothing, and what is near. */
    static RestServlet nothing(Addresses addresses, Exchange exchange) {
        return new RestServlet(new NothingHere(addresses), false, exchange);
    }

    /** Answers that the service cannot answer now. */
    static RestServlet unavailable(String message, Exchange exchange) {
        return new RestServlet(
                new PlainProtocol(request -> {
                    throw FaultException.unavailable(message);
                }),
                true,
                exchange);
    }

    @Override
    String path(HttpServletRequest in) {
        return in.getServletPath();
    }

    @Override
    boolean hasPath(String path) {
        return everything;
    }
}
