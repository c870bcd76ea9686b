package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import org.lenticular.protocol.Protocol;

/** What the service says of itself, at the addresses that stand beside the protocols' own: the whole address is the path. */
final class VosiServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    VosiServlet(Protocol vosi, Exchange exchange) {
        super(vosi, exchange);
    }

    @Override
    String path(HttpServletRequest in) {
        String info = in.getPathInfo();
        // A bare slash behind the address is nobody's table.
        return in.getServletPath() + (info == null ? "" : info);
    }

    @Override
    boolean hasPath(String path) {
        return true;
    }
}
