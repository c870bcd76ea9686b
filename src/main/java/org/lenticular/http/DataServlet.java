package org.lenticular.http;

import org.lenticular.protocol.Protocol;

/** Lasting addresses of products at {@code /data/{collection}/{path}}. */
final class DataServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    DataServlet(Protocol data, Exchange exchange) {
        super(data, exchange);
    }

    @Override
    boolean hasPath(String path) {
        // The bare address names no file: its fault says which collections there are.
        return true;
    }
}
