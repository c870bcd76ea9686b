package org.lenticular.http;

import java.util.function.Supplier;
import org.lenticular.ops.Health;
import org.lenticular.protocol.Protocol;

/**
 * What stands behind the addresses.
 *
 * @param home the home page's HTML, with relative links
 */
public record Endpoints(Protocol sia, Protocol dataLink, Protocol data, Supplier<String> home, Health health) {}
