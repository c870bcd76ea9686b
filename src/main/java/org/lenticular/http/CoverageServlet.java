package org.lenticular.http;

import org.lenticular.protocol.Protocol;

/** Coverage maps at {@code /vo/moc} and {@code /vo/moc/{collection}}. */
final class CoverageServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    CoverageServlet(Protocol coverage, Exchange exchange) {
        super(coverage, exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.isEmpty() || path.length() > 1 && path.lastIndexOf('/') == 0;
    }
}
