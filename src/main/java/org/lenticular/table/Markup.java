package org.lenticular.table;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes text into XML and HTML so that it is read back as it was: the one place where markup is escaped. */
final class Markup {
    private static final byte[] LT = "&lt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GT = "&gt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AMP = "&amp;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CR = "&#13;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REPLACED = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final byte[] QUOT = "&quot;".getBytes(StandardCharsets.US_ASCII);

    private Markup() {}

    /** Adds text that may stand in content and between double quotes. What XML 1.0 cannot hold becomes U+FFFD. */
    static void text(Utf8Buffer out, String text) {
        if (isHarmless(text)) {
            out.add(text);
        } else {
            byte[] bytes = whole(text).getBytes(StandardCharsets.UTF_8);
            bytes(out, bytes, 0, bytes.length);
        }
    }

    /** The same for well-formed UTF-8. */
    static void bytes(Utf8Buffer out, byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            byte[] entity = switch (b) {
                case '<' -> LT;
                case '>' -> GT;
                case '&' -> AMP;
                case '"' -> QUOT;
                // Bare, it would be read as a line feed.
                case '\r' -> CR;
                case '\t', '\n' -> null;
                default -> b >= 0 && b < 0x20 ? REPLACED : null;
            };
            int from = i;
            if (b == (byte) 0xEF && i + 2 < end && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] >= (byte) 0xBE) {
                // U+FFFE and U+FFFF, which XML 1.0 cannot hold either.
                entity = REPLACED;
                i += 2;
            }
            if (entity != null) {
                out.add(bytes, start, from - start);
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
            // An attribute's line breaks and tabs would be read as blanks.
            text(out, value.replaceAll("[\\r\\n\\t]+", " "));
            out.add("\"");
        }
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '<' || c == '>' || c == '&' || c == '"') {
                return false;
            }
        }
        return true;
    }

    /** Half a character becomes U+FFFD. */
    private static String whole(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
