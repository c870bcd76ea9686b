package org.lenticular.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The Internet addresses that begin with the same bits: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single one. Never looks up a name.
 */
public final class AddressBlock {
    private final byte[] address;
    private final int prefix;

    private AddressBlock(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** An address, or a block in CIDR notation (RFC 4632, RFC 4291 §2.3); empty where the text is neither. */
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().length * 8;
        if (slash < 0) {
            return Optional.of(new AddressBlock(address.get(), bits));
        }
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
            return Optional.empty();
        }
        return Optional.of(new AddressBlock(address.get(), Integer.parseInt(prefix)));
    }

    /** Whether the text is an address of this block; a text that is no address is in none. */
    public boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((address[bit >> 3] ^ other[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> address(String text) {
        // Only what can be nothing but a number goes to InetAddress: it would ask the DNS for anything else.
        boolean four = text.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
        boolean six = text.indexOf(':') >= 0 && text.matches("[0-9A-Fa-f:.]{2,45}");
        if (!four && !six || four && !inRange(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean inRange(String four) {
        for (String part : four.split("\\.")) {
            if (Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }
}
