package org.lenticular.table;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes JSON strings and members (RFC 8259). */
final class JsonText {
    private static final byte[] QUOTE = {'"'};

    /** What stands for each of the ASCII characters in a string; null for itself. */
    private static final byte[] @Nullable [] ESCAPES = escapes();

    private JsonText() {}

    private static byte[] @Nullable [] escapes() {
        byte[] @Nullable [] escapes = new byte[128][];
        for (int c = 0; c < ' '; c++) {
            escapes[c] = ascii("\\u" + HexFormat.of().toHexDigits((short) c));
        }
        escapes['\t'] = ascii("\\t");
        escapes['\n'] = ascii("\\n");
        escapes['\r'] = ascii("\\r");
        escapes['"'] = ascii("\\\"");
        escapes['\\'] = ascii("\\\\");
        return escapes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds a string that well-formed UTF-8 spells. */
    static void string(Utf8Buffer out, byte[] utf8, int offset, int length) {
        out.add(QUOTE);
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte[] escape = utf8[i] >= 0 ? ESCAPES[utf8[i]] : null;
            if (escape != null) {
                out.add(utf8, start, i - start);
                out.add(escape);
                start = i + 1;
            }
        }
        out.add(utf8, start, end - start, QUOTE);
    }

    static void string(Utf8Buffer out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        string(out, utf8, 0, utf8.length);
    }

    /** Adds {@code "name":"value",}; nothing for a null. */
    static void member(Utf8Buffer out, String name, @Nullable String value) {
        if (value != null) {
            string(out, name);
            out.add(":");
            string(out, value);
            out.add(",");
        }
    }
}
