package org.lenticular.http;

import org.lenticular.protocol.Protocol;

/** SIA 1.0 at {@code /vo/sia} and {@code /vo/sia/{collection}/query}. */
final class SiaServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    SiaServlet(Protocol sia, Exchange exchange) {
        super(sia, exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.isEmpty() || path.matches("/[^/]+(/query)?");
    }
}
