package org.lenticular.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;

/**
 * What a place said of one copy.
 *
 * @param at the copy's own path there, as it was asked for; null for the product's path: what is held otherwise meanwhile is left as it is
 * @param there whether it has the copy
 * @param length bytes; null where nothing is to be said of them
 * @param etag null where nothing is to be said of it
 */
public record Learned(
        String source,
        @Nullable String at,
        boolean there,
        @Nullable Long length,
        @Nullable String etag) {
    /** What is held, with what was learned in it; the same where that says nothing new. */
    public static Map<String, Held> into(Map<String, Held> held, List<Learned> all) {
        Map<String, Held> after = new HashMap<>(held);
        for (Learned each : all) {
            Held before = held.get(each.source());
            boolean same =
                    before == null ? each.at() == null : before.there() && Objects.equals(before.at(), each.at());
            if (same && !each.there()) {
                after.put(each.source(), Held.NOT);
            } else if (same && (each.length() != null || each.etag() != null)) {
                after.put(each.source(), each.over(before));
            }
        }
        return after;
    }

    private Held over(@Nullable Held before) {
        return new Held(
                true,
                at,
                length != null || before == null ? length : before.length(),
                etag != null || before == null ? etag : before.etag());
    }

    /** Whether it concerns an image's row: that a copy is there and how long it is are all that is kept with it. */
    public boolean isForImages() {
        return !there || length != null;
    }
}
