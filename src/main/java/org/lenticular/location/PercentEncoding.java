package org.lenticular.location;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoding of names that may hold anything, for addresses (RFC 3986 §2, §3.3). */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final boolean[] IN_PATH = allowed("-._~/:@,;=!$'()*");
    private static final boolean[] IN_QUERY = allowed("-._~/:@,!$'()*");
    private static final boolean[] IN_ADDRESS = allowed("-._~/:@,;=!$'()*?#[]&+%");

    private static final Pattern ESCAPE_OR_TEXT = Pattern.compile("%..|[^%]+");
    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PercentEncoding() {}

    /** A path: slashes stay; {@code +} does not, since some servers read it as a blank. */
    public static String path(String path) {
        return encode(path, IN_PATH);
    }

    /** One value in a query string. */
    public static String query(String value) {
        return encode(value, IN_QUERY);
    }

    /** A whole address, of which only that is encoded which no address may hold: blanks, quotes, non-ASCII, a {@code %} that encodes nothing. */
    public static String address(String address) {
        return encode(BARE_PERCENT.matcher(address).replaceAll("%25"), IN_ADDRESS);
    }

    /** The reverse of {@link #path}; empty where an escape is none, or what is encoded is no UTF-8. */
    public static Optional<String> decoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        if (BARE_PERCENT.matcher(text).find()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        Matcher part = ESCAPE_OR_TEXT.matcher(text);
        while (part.find()) {
            String found = part.group();
            bytes.writeBytes(
                    found.startsWith("%")
                            ? new byte[] {(byte) Integer.parseInt(found.substring(1), 16)}
                            : found.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean[] allowed(String marks) {
        boolean[] allowed = new boolean[128];
        for (char c = 0; c < 128; c++) {
            allowed[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || marks.indexOf(c) >= 0;
        }
        return allowed;
    }

    private static String encode(String text, boolean[] allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !allowed[c]) {
                return encodeFrom(text, i, allowed);
            }
        }
        return text;
    }

    private static String encodeFrom(String text, int start, boolean[] allowed) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, start);
        for (byte b : text.substring(start).getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && allowed[b]) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
            }
        }
        return out.toString();
    }
}
