package org.lenticular.catalogue.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.facts.FactTest;
import org.lenticular.catalogue.packed.FloatBox;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.catalogue.packed.SearchStopped;
import org.lenticular.fault.FaultException;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.sky.Box;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbers of the images that meet a query: each candidate is tested exactly, by what is cheap first; its row is not read. Not thread-safe. */
final class Matches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Matches.class);
    /** Longer than nearly every footprint. */
    private static final int USUAL = 512;
    /** Some microseconds' worth of candidates that are passed over. */
    private static final int BETWEEN_LOOKS = 256;
    /** What every footprint's box touches. */
    private static final FloatBox EVERYWHERE = new FloatBox(new Box(-2, 2, -2, 2, -2, 2));

    private final PackedImages images;
    private final ImageQuery query;
    private final long from;
    private final QueryClock clock;
    private final FormatTest formats;
    private final FactTest[] tests;
    private final List<FloatBox> boxes = new ArrayList<>();
    private @Nullable LongSupplier candidates;
    private byte[] start = new byte[USUAL];
    private int passed;

    /** @param tests of all the query's constraints, over this load */
    Matches(Sessions load, ImageQuery query, List<FactTest> tests, long from, QueryClock clock) {
        this.images = load.images();
        this.query = query;
        this.from = from;
        this.clock = clock;
        this.formats = new FormatTest(query.formats(), load.formats(), load);
        this.tests = tests.stream().filter(test -> !test.isAlways()).toArray(FactTest[]::new);
        for (Where where : query.anyOf()) {
            boxes.add(new FloatBox(Box.of(where.reach())));
        }
    }

    /** The next image; −1 at the end. What fails closes it. */
    long next() {
        try {
            if (candidates == null) {
                candidates = new Candidates(images, boxes, List.of(tests), from, clock::isLate).choose();
            }
            for (long image = candidates.getAsLong(); image >= 0; image = candidates.getAsLong()) {
                if (accepts(image)) {
                    return image;
                }
            }
            close();
            return -1;
        } catch (SQLException | RuntimeException | InternalError e) {
            close();
            throw fault(e);
        }
    }

    private boolean accepts(long image) throws SQLException {
        if (!holds(image) || !mayAccept(image)) {
            look(++passed % BETWEEN_LOOKS == 0);
            return false;
        }
        look(true);
        return isThere(image) && (query.formats().all() || formats.accepts(images.format(image), image + 1));
    }

    private boolean mayAccept(long image) {
        return query.formats().all() || formats.mayAccept(images.format(image));
    }

    private void look(boolean now) {
        if (now && clock.isLate()) {
            throw clock.late();
        }
    }

    private boolean holds(long image) {
        for (FactTest test : tests) {
            if (!test.holds(image)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it lies to one of the regions as it should; its footprint is read only where the boxes touch. */
    private boolean isThere(long image) {
        if (boxes.isEmpty()) {
            return true;
        }
        Region footprint = null;
        for (int i = 0; i < boxes.size(); i++) {
            if (images.touches(image, boxes.get(i))) {
                footprint = footprint == null ? footprint(image) : footprint;
                if (query.anyOf().get(i).accepts(footprint)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The footprint of an image; empty where it has none.
     *
     * @throws FaultException where it cannot be read
     */
    Optional<Region> footprintOf(long image) {
        try {
            return images.touches(image, EVERYWHERE) ? Optional.of(footprint(image)) : Optional.empty();
        } catch (RuntimeException | InternalError e) {
            close();
            throw fault(e);
        }
    }

    private Region footprint(long image) {
        int read = images.readStart(image, start, start.length);
        int end = ImageBytes.row(start);
        if (end > read) {
            start = new byte[end];
            images.readStart(image, start, end);
        }
        return RegionBytes.decode(start, ImageBytes.footprint());
    }

    /** What the client is told of what failed. */
    FaultException fault(Throwable e) {
        if (e instanceof FaultException fault) {
            return fault;
        } else if (e instanceof SearchStopped) {
            return clock.late();
        }
        // Among the others is the error that the runtime makes of a mapped file that somebody cuts while it is read.
        LOG.error("the images of the catalogue cannot be read", e);
        return FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
    }

    @Override
    public void close() {
        candidates = () -> -1;
        formats.close();
    }
}
