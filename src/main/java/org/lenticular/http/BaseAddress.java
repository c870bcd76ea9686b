package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lenticular.config.AddressBlock;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;

/**
 * The service's own address, which every address in an answer begins with: {@code base_url}, else what this request came to. Made anew for each
 * request, so that no client's Host header ends up in another's answer.
 */
final class BaseAddress {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

    private final Optional<String> fixed;
    private final List<AddressBlock> proxies;

    BaseAddress(Config.Service service) {
        fixed = service.baseUrl();
        // The reader of the configuration has told of those that are none.
        proxies = service.trustedProxies().stream()
                .flatMap(text -> AddressBlock.parse(text).stream())
                .toList();
    }

    /** The address for the client of this request, without a slash at its end. */
    String of(HttpServletRequest in) {
        String scheme = in.getScheme();
        String header = in.getHeader("Host");
        Host host = Host.parse("Host", header == null ? in.getServerName() + ":" + in.getServerPort() : header);
        String path = in.getServletContext().getContextPath();
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (comesFromProxy(in)) {
            Forwarded forwarded = new Forwarded(in);
            scheme = forwarded.proto().map(BaseAddress::scheme).orElse(scheme);
            Optional<Host> named = forwarded.host().map(value -> Host.parse("X-Forwarded-Host", value));
            host = named.orElse(host);
            if (named.flatMap(Host::port).isEmpty()) {
                host = forwarded.port().map(host::withPort).orElse(host);
            }
            path = forwarded.prefix().map(BaseAddress::prefix).orElse(path);
        }
        return scheme + "://" + host.name() + host.portFor(scheme) + path;
    }

    private boolean comesFromProxy(HttpServletRequest in) {
        // An address within a link names the interface behind a percent sign.
        String peer = in.getRemoteAddr().split("%", 2)[0];
        return proxies.stream().anyMatch(block -> block.contains(peer));
    }

    private static String scheme(String proto) {
        if (!proto.equals("http") && !proto.equals("https")) {
            throw FaultException.usage("X-Forwarded-Proto", proto, "is neither http nor https");
        }
        return proto;
    }

    private static String prefix(String value) {
        if (!PREFIX.matcher(value).matches()) {
            throw FaultException.usage("X-Forwarded-Prefix", value, "is not a path");
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    private record Host(String name, Optional<String> port) {
        static Host parse(String header, String value) {
            Matcher matcher = HOST.matcher(value);
            if (!matcher.matches()) {
                throw FaultException.usage(header, value, "is not a host, or a host and a port");
            }
            return new Host(matcher.group(1), Optional.ofNullable(matcher.group(2)));
        }

        Host withPort(String newPort) {
            if (!newPort.matches("\\d{1,5}")) {
                throw FaultException.usage("X-Forwarded-Port", newPort, "is not a port");
            }
            return new Host(name, Optional.of(newPort));
        }

        String portFor(String scheme) {
            String usual = scheme.equals("https") ? "443" : "80";
            return port.filter(given -> !given.equals(usual))
                    .map(given -> ":" + given)
                    .orElse("");
        }
    }
}
