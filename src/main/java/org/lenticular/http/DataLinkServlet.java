package org.lenticular.http;

import org.lenticular.protocol.Protocol;

/** DataLink 1.1 at {@code /vo/datalink} and {@code /vo/datalink/{collection}}. */
final class DataLinkServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    DataLinkServlet(Protocol dataLink, Exchange exchange) {
        super(dataLink, exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.isEmpty() || path.length() > 1 && path.lastIndexOf('/') == 0;
    }
}
