package org.lenticular.http;

import java.util.function.Supplier;
import org.lenticular.ops.Health;
import org.lenticular.protocol.Protocol;

/**
 * What stands behind the addresses.
 *
 * @param home the home page's HTML, with relative links
 * @param availability VOSI's, of the whole service
 */
public record Endpoints(
        Protocol sia,
        Protocol sia2,
        Protocol dataLink,
        Protocol data,
        Supplier<String> home,
        Protocol availability,
        Health health) {}
