package org.lenticular.http;

import org.lenticular.protocol.Protocol;

/** VOSI availability, at the addresses that stand beside a protocol's own. */
final class AvailabilityServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    AvailabilityServlet(Protocol availability, Exchange exchange) {
        super(availability, exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.isEmpty();
    }
}
