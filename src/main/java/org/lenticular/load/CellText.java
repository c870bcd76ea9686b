package org.lenticular.load;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** A table's cell as VOTable text (VOTable 1.4 §6): the shortest that reads back as the same value. */
final class CellText {
    private CellText() {}

    /** Null for an empty cell. */
    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof String text) {
            return text.isEmpty() ? null : legal(text);
        } else if (value instanceof Double number) {
            return of(number.doubleValue());
        } else if (value instanceof Float number) {
            return of(number.floatValue());
        } else if (value.getClass().isArray()) {
            return ofArray(value);
        }
        return legal(value.toString());
    }

    /** Since Java writes more digits than it needs before JDK 19, Jackson's Schubfach does it: the same on every JDK. */
    static String of(double value) {
        if (Double.isFinite(value)) {
            return NumberOutput.toString(value, true);
        }
        return notFinite(value);
    }

    static String of(float value) {
        if (Float.isFinite(value)) {
            return NumberOutput.toString(value, true);
        }
        return notFinite(value);
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }

    private static @Nullable String ofArray(Object array) {
        int length = Array.getLength(array);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String element = of(Array.get(array, i));
            text.append(i == 0 ? "" : " ").append(element == null ? "" : element);
        }
        return text.isEmpty() ? null : text.toString();
    }

    /** The text without the characters that XML 1.0 cannot hold (its §2.2), lone surrogates among them. */
    static String legal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0xD800) {
                return text.codePoints()
                        .filter(CellText::isLegal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
