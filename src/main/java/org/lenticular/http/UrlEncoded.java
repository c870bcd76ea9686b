package org.lenticular.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;

/** Reads {@code name=value&name=value}, percent-encoded, a plus being a blank: a query string or the body of a form. */
final class UrlEncoded {
    private UrlEncoded() {}

    /** Adds the pairs of a query string, as the container hands it out: a character for each byte. */
    static void read(String query, Pairs pairs) {
        boolean bytes = query.chars().allMatch(c -> c <= 0xFF);
        read(query.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8), pairs);
    }

    static void read(byte[] form, Pairs pairs) {
        int start = 0;
        for (int i = 0; i <= form.length; i++) {
            if (i == form.length || form[i] == '&') {
                if (i > start) {
                    readPair(form, start, i, pairs);
                }
                start = i + 1;
            }
        }
    }

    private static void readPair(byte[] form, int start, int end, Pairs pairs) {
        int equals = start;
        while (equals < end && form[equals] != '=') {
            equals++;
        }
        byte[] name = decode(form, start, equals, () -> "a parameter's name");
        byte[] value = equals == end
                ? new byte[0]
                : decode(form, equals + 1, end, () -> Quoted.value(new String(name, StandardCharsets.UTF_8)));
        pairs.add(name, value);
    }

    private static byte[] decode(byte[] form, int start, int end, Supplier<String> what) {
        if (isPlain(form, start, end)) {
            return Arrays.copyOfRange(form, start, end);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (form[i] == '+') {
                out.write(' ');
            } else if (form[i] == '%') {
                out.write(hex(form, i + 1, end, what) << 4 | hex(form, i + 2, end, what));
                i += 2;
            } else {
                out.write(form[i]);
            }
        }
        return out.toByteArray();
    }

    /** Whether nothing in it is encoded: so it is with most identifiers, and they are many. */
    private static boolean isPlain(byte[] form, int start, int end) {
        for (int i = start; i < end; i++) {
            if (form[i] == '+' || form[i] == '%') {
                return false;
            }
        }
        return true;
    }

    private static int hex(byte[] form, int at, int end, Supplier<String> what) {
        int digit = at < end ? Character.digit(form[at] & 0xFF, 16) : -1;
        if (digit < 0) {
            throw FaultException.usage(
                    what.get()
                            + ": malformed percent-encoding; a percent sign is written %25, and two hexadecimal digits follow it");
        }
        return digit;
    }
}
