package org.lenticular.location;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The column {@code cloud_access}: by provider one object, or a list where there are several copies (design: rule 9 of {@code source}). It remembers
 * the text up to the key: most of a collection's copies differ in nothing else.
 */
final class CloudAccessJson {
    private volatile Start last = Start.of(new CloudAccess("", "", "", "", ""));

    /** What stands before the key, and of which copy. */
    private record Start(CloudAccess copy, String text) {
        static Start of(CloudAccess copy) {
            StringBuilder out = new StringBuilder(160);
            place(CloudAccessJson.text(out.append('{'), copy.provider()).append(": "), copy);
            return new Start(copy, out.toString());
        }

        boolean fits(CloudAccess other) {
            return copy.bucket().equals(other.bucket())
                    && copy.provider().equals(other.provider())
                    && copy.region().equals(other.region())
                    && copy.access().equals(other.access());
        }
    }

    /** So it is for nearly every row, and rows are many. */
    String single(CloudAccess copy) {
        Start start = last;
        if (!start.fits(copy)) {
            start = Start.of(copy);
            last = start;
        }
        String key = copy.key();
        return isPlain(key)
                ? start.text() + "\"" + key + "\"}}"
                : text(new StringBuilder(start.text()), key).append("}}").toString();
    }

    /** Several sources that lead to one bucket and key are one copy: the first of them counts. */
    String several(List<CloudAccess> copies) {
        List<CloudAccess> different = new ArrayList<>(copies.size());
        for (CloudAccess copy : copies) {
            if (!contains(different, copy)) {
                different.add(copy);
            }
        }
        StringBuilder out = new StringBuilder(192 * different.size()).append('{');
        while (!different.isEmpty()) {
            String provider = different.get(0).provider();
            List<CloudAccess> own = new ArrayList<>(different);
            own.removeIf(copy -> !copy.provider().equals(provider));
            different.removeAll(own);
            text(out.append(out.length() > 1 ? ", " : ""), provider).append(": ");
            objects(out, own);
        }
        return out.append('}').toString();
    }

    private static boolean contains(List<CloudAccess> copies, CloudAccess copy) {
        for (CloudAccess other : copies) {
            if (same(copy, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(CloudAccess a, CloudAccess b) {
        return a.key().equals(b.key())
                && a.bucket().equals(b.bucket())
                && a.provider().equals(b.provider());
    }

    private static void objects(StringBuilder out, List<CloudAccess> copies) {
        if (copies.size() > 1) {
            out.append('[');
        }
        for (int i = 0; i < copies.size(); i++) {
            object(i == 0 ? out : out.append(", "), copies.get(i));
        }
        if (copies.size() > 1) {
            out.append(']');
        }
    }

    private static void object(StringBuilder out, CloudAccess copy) {
        text(place(out, copy), copy.key()).append('}');
    }

    /** All of an object but its key. */
    private static StringBuilder place(StringBuilder out, CloudAccess copy) {
        out.append('{');
        pair(out, "bucket_name", copy.bucket()).append(", ");
        pair(out, "region", copy.region()).append(", ");
        return pair(out, "access", copy.access()).append(", \"key\": ");
    }

    private static StringBuilder pair(StringBuilder out, String name, String value) {
        return text(out.append('"').append(name).append("\": "), value);
    }

    private static StringBuilder text(StringBuilder out, String value) {
        out.append('"');
        if (isPlain(value)) {
            return out.append(value).append('"');
        }
        int start = out.length();
        JsonStringEncoder.getInstance().quoteAsString(value, out);
        // The column is a char, which holds ASCII only (VOTable 1.4 §2.1); JSON can say all of it so.
        for (int i = out.length() - 1; i >= start; i--) {
            if (out.charAt(i) > '~') {
                out.replace(i, i + 1, String.format("\\u%04X", (int) out.charAt(i)));
            }
        }
        return out.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
