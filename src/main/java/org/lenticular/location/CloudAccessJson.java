package org.lenticular.location;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/** The column {@code cloud_access}: by provider one object, or a list where there are several copies (design: rule 9 of {@code source}). */
final class CloudAccessJson {
    private CloudAccessJson() {}

    /** Several sources that lead to one bucket and key are one copy: the first of them counts. */
    static String write(List<CloudAccess> copies) {
        return copies.size() == 1 ? single(copies.get(0)) : several(copies);
    }

    /** So it is for nearly every row, and rows are many. */
    private static String single(CloudAccess copy) {
        StringBuilder out = new StringBuilder(160 + copy.key().length());
        object(text(out.append('{'), copy.provider()).append(": "), copy);
        return out.append('}').toString();
    }

    private static String several(List<CloudAccess> copies) {
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
        out.append('{');
        pair(out, "bucket_name", copy.bucket()).append(", ");
        pair(out, "region", copy.region()).append(", ");
        pair(out, "access", copy.access()).append(", ");
        pair(out, "key", copy.key()).append('}');
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
