package org.lenticular.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes text into XML and HTML so that it is read back as it was: the one place where markup is escaped. */
public final class Markup {
    private static final byte[] REPLACED = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    /** What stands for each of the ASCII characters in content; null for itself. */
    private static final byte[] @Nullable [] CONTENT = entities();

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x80 * ONES;

    private Markup() {}

    private static byte[] @Nullable [] entities() {
        byte[] @Nullable [] entities = new byte[128][];
        for (int c = 0; c < 0x20; c++) {
            entities[c] = c == '\t' || c == '\n' ? null : REPLACED; // XML 1.0 §2.2 has no other control characters
        }
        entities['\r'] = ascii("&#13;"); // bare, it would be read as a line feed
        entities['<'] = ascii("&lt;");
        entities['>'] = ascii("&gt;");
        entities['&'] = ascii("&amp;");
        return entities;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds text as content. What XML 1.0 cannot hold becomes U+FFFD. */
    static void text(Utf8Buffer out, String text) {
        // The runtime turns ASCII into bytes by a copy, and half a character into a question mark.
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes(out, utf8, 0, utf8.length);
    }

    /** The same for well-formed UTF-8. */
    static void bytes(Utf8Buffer out, byte[] bytes, int offset, int length) {
        if (isQuiet(bytes, offset, offset + length)) {
            out.add(bytes, offset, length);
        } else {
            escaped(out, bytes, offset, length);
        }
    }

    /**
     * Whether nothing is to be escaped, for certain: eight bytes at a time, since nearly all text is so. A byte of a word is marked where it is below
     * 0x20, one of the three, or not ASCII.
     */
    private static boolean isQuiet(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORDS.get(bytes, i);
            if (((word
                                    | below(word, 0x20)
                                    | zero(word ^ '<' * ONES)
                                    | zero(word ^ '>' * ONES)
                                    | zero(word ^ '&' * ONES))
                            & HIGH)
                    != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b < 0x20 || CONTENT[b] != null) {
                return false;
            }
        }
        return true;
    }

    /** Marks bytes below n; beyond the first that is, perhaps others. */
    private static long below(long word, int n) {
        return (word - n * ONES) & ~word;
    }

    private static long zero(long word) {
        return (word - ONES) & ~word;
    }

    private static void escaped(Utf8Buffer out, byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            byte[] entity = b >= 0 ? CONTENT[b] : null;
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
        if (value == null) {
            return;
        }
        out.add(" ");
        out.add(name);
        out.add("=\"");
        if (isQuiet(value)) {
            text(out, value);
            out.add("\"");
            return;
        }
        // A reader turns an attribute's line breaks and tabs into blanks anyway. Quotes only matter here, and are rare.
        String line = value.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        for (int quote = line.indexOf('"'); quote >= 0; quote = line.indexOf('"')) {
            text(out, line.substring(0, quote));
            out.add("&quot;");
            line = line.substring(quote + 1);
        }
        text(out, line);
        out.add("\"");
    }

    /** Whether it means the same in an attribute as in content: so it is with nearly all, and documents have many. */
    private static boolean isQuiet(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\t' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    /** Text as it may stand in a page's content and between double quotes: for the few pages that are no table. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
