package org.lenticular.protocol;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last thing that was made of a key: for what nearly every answer has the same, such as all that hangs on the service's own address, where
 * a client may still bring another key and must not make the memory grow.
 */
public final class LastMade<K, V> {
    private volatile @Nullable Made<K, V> last;

    private record Made<K, V>(K key, V value) {}

    /** What is made of the key; made anew only where it is not the last one. Two threads may both make it. */
    public V of(K key, Function<K, V> make) {
        Made<K, V> known = last;
        if (known == null || !known.key().equals(key)) {
            known = new Made<>(key, make.apply(key));
            last = known;
        }
        return known.value();
    }
}
