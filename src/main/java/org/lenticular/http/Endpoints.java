package org.lenticular.http;

import java.util.Set;
import java.util.function.Supplier;
import org.lenticular.ops.Health;
import org.lenticular.protocol.Protocol;

/**
 * What stands behind the addresses.
 *
 * @param coverage maps of what of the sky collections and results cover
 * @param home the home page's HTML, with relative links
 * @param vosi what the service says of itself, and where
 */
public record Endpoints(
        Protocol sia,
        Protocol sia2,
        Protocol coverage,
        Protocol dataLink,
        Protocol data,
        Supplier<String> home,
        Documents vosi,
        Health health) {
    /**
     * What the service says of itself.
     *
     * @param addresses where; the whole address is the path of a request
     */
    public record Documents(Protocol protocol, Set<String> addresses) {
        public Documents {
            addresses = Set.copyOf(addresses);
        }
    }
}
