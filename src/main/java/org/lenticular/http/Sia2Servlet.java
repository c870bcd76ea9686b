package org.lenticular.http;

import org.lenticular.protocol.Protocol;

/** SIA 2.0 at {@code /vo/sia2/query}. */
final class Sia2Servlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    Sia2Servlet(Protocol sia2, Exchange exchange) {
        super(sia2, exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.isEmpty();
    }
}
