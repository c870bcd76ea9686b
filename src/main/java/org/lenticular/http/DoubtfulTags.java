package org.lenticular.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tags of answers that broke off on their way, and said so: whoever keeps one must not be told that it still holds. Remembers the last thousand.
 * Thread-safe.
 */
final class DoubtfulTags {
    private static final int MOST = 1000;
    private final Set<String> tags =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST;
                }
            }));

    void add(String tag) {
        tags.add(tag);
    }

    boolean contains(String tag) {
        return tags.contains(tag);
    }
}
