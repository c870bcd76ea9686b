package org.lenticular.catalogue.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.catalogue.packed.SearchStopped;
import org.lenticular.fault.FaultException;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.sky.Box;
import org.lenticular.sky.RegionBytes;
import org.lenticular.table.EncodedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of one query: candidates from the tree of boxes, each tested exactly. */
final class FoundImages implements Images {
    private static final Logger LOG = LoggerFactory.getLogger(FoundImages.class);
    /** Longer than nearly every image's bytes. */
    private static final int USUAL = 4096;

    private final ImageTable table;
    private final PackedImages images;
    private final FormatTest formats;
    private final QueryClock clock;
    private final @Nullable Where where;
    private final LongSupplier candidates;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private byte[] bytes = new byte[USUAL];
    private String path = "";
    private Map<String, Held> held = Map.of();
    private final long from;
    private long number = -1;
    private boolean first;
    private boolean ended;

    private FoundImages(Sessions sessions, ImageQuery query, long from, QueryClock clock) {
        this.table = sessions.table();
        this.images = sessions.images();
        this.formats = new FormatTest(query.formats(), sessions.formats(), sessions);
        this.clock = clock;
        if (query.anyOf().size() > 1 || !query.constraints().isEmpty()) {
            throw new UnsupportedOperationException("not yet");
        }
        this.where = query.anyOf().isEmpty() ? null : query.anyOf().get(0);
        this.from = from;
        this.candidates =
                where == null ? all(images.count()) : images.search(Box.of(where.reach()), clock::isLate)::next;
    }

    private static LongSupplier all(long count) {
        return new LongSupplier() {
            private long next;

            @Override
            public long getAsLong() {
                return next < count ? next++ : -1;
            }
        };
    }

    /** Runs the query up to its first image, so that one that cannot run fails before an answer has begun. */
    static FoundImages open(Sessions sessions, ImageQuery query, long from, QueryClock clock) {
        FoundImages found = new FoundImages(sessions, query, from, clock);
        found.first = found.advance();
        return found;
    }

    @Override
    public boolean next() {
        if (first) {
            first = false;
            return true;
        }
        if (ended) {
            return false;
        }
        clock.goOn();
        return advance();
    }

    private boolean advance() {
        try {
            for (long image = candidates.getAsLong(); image >= 0; image = candidates.getAsLong()) {
                if (clock.isLate()) {
                    throw clock.late();
                }
                int format = images.format(image);
                if (image >= from
                        && formats.mayAccept(format)
                        && isThere(image)
                        && formats.accepts(format, image + 1)) {
                    row.start(bytes, ImageBytes.row(bytes));
                    row.advance();
                    path = row.text();
                    row.advance();
                    held = row.isEmpty() ? Map.of() : HeldJson.read(row.text());
                    number = image;
                    clock.rest();
                    return true;
                }
            }
            close();
            return false;
        } catch (SearchStopped e) {
            close();
            throw clock.late();
        } catch (FaultException e) {
            close();
            throw e;
        } catch (SQLException | RuntimeException | InternalError e) {
            // The last is what the runtime makes of a mapped file that somebody cuts while it is read.
            close();
            LOG.error("the images of the catalogue cannot be read", e);
            throw FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
        }
    }

    /** Reads the image, and tests it. */
    private boolean isThere(long image) {
        bytes = images.read(image, bytes);
        return where == null
                || ImageBytes.row(bytes) > ImageBytes.footprint()
                        && where.accepts(RegionBytes.decode(bytes, ImageBytes.footprint()));
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Map<String, Held> held() {
        return held;
    }

    @Override
    public EncodedRow.Reader row() {
        return row;
    }

    @Override
    public ImageTable table() {
        return table;
    }

    @Override
    public void close() {
        ended = true;
        formats.close();
    }
}
