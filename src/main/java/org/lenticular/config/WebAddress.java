package org.lenticular.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads addresses of the web that the configuration has for clients. */
final class WebAddress {
    private WebAddress() {}

    /** One with a host and without a user; what is wrong is told with that remedy. */
    static Optional<URI> read(Value value, String remedy) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get());
            String scheme = String.valueOf(uri.getScheme());
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                value.problem("is neither http nor https", remedy);
            } else if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                value.problem(uri.getHost() == null ? "names no host" : "has a user in it", remedy);
            } else {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            value.problem("is no address: " + e.getReason(), remedy);
        }
        return Optional.empty();
    }
}
