package org.lenticular.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Writes a number that VOTable spells, as JSON does (RFC 8259 §6): nearly always the same bytes. */
final class JsonNumber {
    private JsonNumber() {}

    /**
     * Adds the number as it is, without parsing it. NaN, which VOTable takes for no value, is null. What JSON has no number for, infinities among
     * it, is a string in VOTable's spelling: null would say that there is no value.
     */
    static void add(Utf8Buffer out, byte[] bytes, int offset, int length) {
        if (isNumber(bytes, offset, offset + length)) {
            out.add(bytes, offset, length);
            return;
        }
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (text.equals("NaN")) {
            out.add("null");
            return;
        }
        try {
            // Spelt otherwise: +1, .5, 007.
            out.add(new BigDecimal(text).toString());
        } catch (NumberFormatException e) {
            JsonText.string(out, text);
        }
    }

    private static boolean isNumber(byte[] bytes, int start, int end) {
        int i = start < end && bytes[start] == '-' ? start + 1 : start;
        int whole = digits(bytes, i, end);
        if (whole == i || bytes[i] == '0' && whole > i + 1) {
            return false;
        }
        i = whole;
        if (i < end && bytes[i] == '.') {
            int fraction = digits(bytes, i + 1, end);
            if (fraction == i + 1) {
                return false;
            }
            i = fraction;
        }
        if (i < end && (bytes[i] == 'e' || bytes[i] == 'E')) {
            int sign = i + 1 < end && (bytes[i + 1] == '+' || bytes[i + 1] == '-') ? i + 2 : i + 1;
            i = digits(bytes, sign, end);
            if (i == sign) {
                return false;
            }
        }
        return i == end;
    }

    /** Where the digits that begin there end. */
    private static int digits(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }
}
