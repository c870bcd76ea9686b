package org.lenticular.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies whose forwarded headers count: addresses or CIDR blocks, IPv4 or IPv6. Names are never looked up. */
final class TrustedProxies {
    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private final List<Block> blocks;

    private TrustedProxies(List<Block> blocks) {
        this.blocks = blocks;
    }

    /**
     * The proxies that the operator named.
     *
     * @throws IllegalArgumentException naming the text that is no address and no block
     */
    static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(texts.stream().map(Block::parse).toList());
    }

    /** Whether the peer, as the container gives its address, is one of them. */
    boolean contain(String peer) {
        if (blocks.isEmpty()) {
            return false;
        }
        byte[] address = address(peer.split("%", 2)[0]);
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    private static byte[] address(String text) {
        if (!IPV4.matcher(text).matches() && text.indexOf(':') < 0) {
            throw new IllegalArgumentException("not an IP address: " + text);
        }
        try {
            // In brackets nothing but an IPv6 address is taken: without them a text that is none would be asked of the
            // DNS.
            return InetAddress.getByName(text.indexOf(':') < 0 ? text : "[" + text + "]")
                    .getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + text, e);
        }
    }

    private record Block(byte[] network, int bits) {
        static Block parse(String text) {
            String[] parts = text.strip().split("/", 2);
            byte[] network = address(parts[0]);
            int bits = parts.length == 1 ? network.length * 8 : bits(parts[1]);
            if (bits < 0 || bits > network.length * 8) {
                throw new IllegalArgumentException("not a CIDR block: " + text);
            }
            return new Block(network, bits);
        }

        private static int bits(String text) {
            return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
