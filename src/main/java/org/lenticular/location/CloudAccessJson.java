package org.lenticular.location;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/** The column {@code cloud_access}: by provider one object, or a list where there are several copies (design: rule 9 of {@code source}). */
final class CloudAccessJson {
    private CloudAccessJson() {}

    /** Several sources that lead to one bucket and key are one copy: the first of them counts. */
    static String write(List<CloudAccess> copies) {
        StringBuilder out = new StringBuilder(160 * copies.size()).append('{');
        List<String> providers =
                copies.stream().map(CloudAccess::provider).distinct().toList();
        for (String provider : providers) {
            List<CloudAccess> different = new ArrayList<>();
            for (CloudAccess copy : copies) {
                if (copy.provider().equals(provider) && different.stream().noneMatch(other -> same(copy, other))) {
                    different.add(copy);
                }
            }
            if (out.length() > 1) {
                out.append(", ");
            }
            text(out, provider).append(": ");
            objects(out, different);
        }
        return out.append('}').toString();
    }

    private static boolean same(CloudAccess a, CloudAccess b) {
        return a.bucket().equals(b.bucket()) && a.key().equals(b.key());
    }

    private static void objects(StringBuilder out, List<CloudAccess> copies) {
        if (copies.size() > 1) {
            out.append('[');
        }
        for (int i = 0; i < copies.size(); i++) {
            out.append(i == 0 ? "{" : ", {");
            pair(out, "bucket_name", copies.get(i).bucket()).append(", ");
            pair(out, "region", copies.get(i).region()).append(", ");
            pair(out, "access", copies.get(i).access()).append(", ");
            pair(out, "key", copies.get(i).key()).append('}');
        }
        if (copies.size() > 1) {
            out.append(']');
        }
    }

    private static StringBuilder pair(StringBuilder out, String name, String value) {
        return text(text(out, name).append(": "), value);
    }

    private static StringBuilder text(StringBuilder out, String value) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, out);
        return out.append('"');
    }
}
