package org.lenticular.catalogue.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.packed.DatasetCursor;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Datasets out of the file of products: those that were asked for, or all from one on. Holds no session, so a client that reads slowly keeps nobody
 * waiting; and no clock runs: a look takes a microsecond, and how many identifiers a request may have is limited.
 */
final class FoundDatasets implements Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(FoundDatasets.class);

    private final Sessions sessions;
    private final DatasetCursor cursor;
    private final Supplier<@Nullable Dataset> each;
    private @Nullable ImageOfDataset images;
    private boolean any;

    private FoundDatasets(Sessions sessions, List<String> ids) {
        this.sessions = sessions;
        this.cursor = sessions.products().cursor();
        var left = ids.iterator();
        this.each = () -> left.hasNext() ? cursor.find(left.next()) : null;
    }

    private FoundDatasets(Sessions sessions, String from) {
        this.sessions = sessions;
        this.cursor = sessions.products().cursor();
        this.each = () -> cursor.hasNext() ? cursor.next() : null;
        read(() -> {
            cursor.before(from);
            return null;
        });
    }

    /** The datasets of these identifiers. */
    static FoundDatasets of(Sessions sessions, List<String> ids) {
        return new FoundDatasets(sessions, ids);
    }

    /** All datasets from this one on, in the order of their identifiers' bytes. */
    static FoundDatasets from(Sessions sessions, String id) {
        return new FoundDatasets(sessions, id);
    }

    @Override
    public @Nullable Dataset next() {
        Dataset dataset = read(each);
        any |= dataset != null;
        return dataset;
    }

    @Override
    public Optional<DatasetImage> image() {
        if (!any || cursor.image() < 0) {
            return Optional.empty();
        }
        if (images == null) {
            images = new ImageOfDataset(sessions);
        }
        ImageOfDataset own = images;
        return read(() -> Optional.of(own.read(cursor.image())));
    }

    /** Reads files of products and images, with what fails told as a query's failure. */
    static <T extends @Nullable Object> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | InternalError e) {
            // The last is what the runtime makes of a mapped file that somebody cuts while it is read.
            LOG.error("the products of the catalogue cannot be read", e);
            throw FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
        }
    }

    @Override
    public void close() {
        // Nothing is held: the file is let go of with whoever refers to it.
    }
}
