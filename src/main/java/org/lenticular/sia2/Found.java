package org.lenticular.sia2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Images;
import org.lenticular.protocol.Served;
import org.lenticular.query.ImageQuery;

/**
 * The images that are found, those of one collection behind those of another: one stream is open at a time. Not thread-safe.
 *
 * <p>The first collection is searched up to its first image before anything is sent, so that a query that cannot run is a clean fault.
 */
final class Found implements AutoCloseable {
    private final Catalogue catalogue;
    private final List<Served> collections;
    private final Set<Served> readable;
    private final Question question;
    private int current;
    private @Nullable Images images;

    /**
     * @param collections all of them, in the configuration's order
     * @param readable those of them that are searched
     * @param from where to begin; null for the beginning
     */
    static Found open(
            Catalogue catalogue,
            List<Served> collections,
            Set<Served> readable,
            Question question,
            @Nullable Cursor from) {
        Found found = new Found(catalogue, collections, readable, question);
        found.current = from == null ? -1 : from.collection() - 1;
        found.openNext(from == null ? 0 : from.image());
        return found;
    }

    private Found(Catalogue catalogue, List<Served> collections, Set<Served> readable, Question question) {
        this.catalogue = catalogue;
        this.collections = collections;
        this.readable = readable;
        this.question = question;
    }

    /** Moves to the next image; false at the end. */
    boolean next() {
        while (images != null) {
            if (images.next()) {
                return true;
            }
            openNext(0);
        }
        return false;
    }

    private void openNext(long from) {
        close();
        long begin = from;
        while (images == null && ++current < collections.size()) {
            Served collection = collections.get(current);
            Optional<ImageQuery> query = readable.contains(collection) ? question.of(collection) : Optional.empty();
            if (query.isPresent()) {
                images = catalogue.search(collection.name(), query.get(), begin);
            }
            begin = 0;
        }
    }

    /** The place in the configuration of the collection that the current image is of. */
    int place() {
        return current;
    }

    Served collection() {
        return collections.get(current);
    }

    /** Stands at the current image. */
    Images images() {
        if (images == null) {
            throw new IllegalStateException("there is no image here");
        }
        return images;
    }

    @Override
    public void close() {
        if (images != null) {
            images.close();
            images = null;
        }
    }
}
