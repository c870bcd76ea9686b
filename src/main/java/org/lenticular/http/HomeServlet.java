package org.lenticular.http;

import java.util.function.Supplier;

/** The home page, for people, at the context's root. */
final class HomeServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    HomeServlet(Supplier<String> html, Exchange exchange) {
        super(new PlainProtocol(request -> PlainProtocol.page(html.get())), exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.isEmpty();
    }
}
