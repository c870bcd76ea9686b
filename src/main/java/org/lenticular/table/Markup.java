package org.lenticular.table;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes text into XML and HTML so that it is read back as it was: the one place where markup is escaped. */
final class Markup {
    private static final byte[] LT = "&lt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GT = "&gt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AMP = "&amp;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CR = "&#13;".getBytes(StandardCharsets.US_ASCII);

    private Markup() {}

    /** Adds text as content. What XML 1.0 cannot hold becomes U+FFFD. */
    static void text(Utf8Buffer out, String text) {
        // The runtime turns Latin text into bytes by a copy; looking at bytes is faster than at characters.
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (mayBeIllegal(utf8)) {
            utf8 = legal(text).getBytes(StandardCharsets.UTF_8);
        }
        bytes(out, utf8, 0, utf8.length);
    }

    /** The same for UTF-8 that holds nothing illegal, since the loader took it out. */
    static void bytes(Utf8Buffer out, byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte[] entity = switch (bytes[i]) {
                case '<' -> LT;
                case '>' -> GT;
                case '&' -> AMP;
                case '\r' -> CR; // as it is, it would be read as a line feed
                default -> null;
            };
            if (entity != null) {
                out.add(bytes, start, i - start);
                out.add(entity);
                start = i + 1;
            }
        }
        out.add(bytes, start, end - start);
    }

    /** Adds {@code  name="value"}; nothing for a null. */
    static void attribute(Utf8Buffer out, String name, @Nullable String value) {
        if (value != null) {
            out.add(" ");
            out.add(name);
            out.add("=\"");
            if (isPlain(value) && value.indexOf('"') < 0) {
                out.add(value);
            } else {
                // A reader turns an attribute's line breaks and tabs into blanks anyway.
                String line = legal(value).replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
                out.add(line.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
            }
            out.add("\"");
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '<' || c == '>' || c == '&') {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeIllegal(byte[] utf8) {
        for (byte b : utf8) {
            if (b < 0x20) {
                return true;
            }
        }
        return false;
    }

    private static String legal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** XML 1.0 §2.2. */
    private static boolean isLegal(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c > 0xFFFF
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }
}
