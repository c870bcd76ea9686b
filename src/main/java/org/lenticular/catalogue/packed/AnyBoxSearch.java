package org.lenticular.catalogue.packed;

import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** What any of several searches finds, each image once and in order. Not thread-safe. */
public final class AnyBoxSearch implements LongSupplier {
    private final PriorityQueue<Head> heads;
    private long last = -1;

    public AnyBoxSearch(List<BoxSearch> searches) {
        heads = new PriorityQueue<>(Math.max(1, searches.size()), (one, other) -> Long.compare(one.image, other.image));
        searches.forEach(search -> add(new Head(search)));
    }

    private void add(Head head) {
        head.image = head.search.next();
        if (head.image >= 0) {
            heads.add(head);
        }
    }

    /** The next image; −1 at the end. */
    @Override
    public long getAsLong() {
        for (Head least = heads.poll(); least != null; least = heads.poll()) {
            long image = least.image;
            add(least);
            if (image > last) {
                last = image;
                return image;
            }
        }
        return -1;
    }

    /** A search and the image that it has come to. */
    private static final class Head {
        private final BoxSearch search;
        private long image;

        Head(BoxSearch search) {
            this.search = search;
        }
    }
}
