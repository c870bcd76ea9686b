package org.lenticular.catalogue.sqlite;

import java.util.Map;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.HeldJson;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.packed.PackedImages;
import org.lenticular.table.EncodedRow;

/** The images of one query, each read when it has been found to meet it. */
final class FoundImages implements Images {
    /** Longer than nearly every image's bytes. */
    private static final int USUAL = 4096;

    private final ImageTable table;
    private final PackedImages images;
    private final Matches matches;
    private final QueryClock clock;
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private byte[] bytes = new byte[USUAL];
    private String path = "";
    private Map<String, Held> held = Map.of();
    private long number = -1;
    private boolean first;
    private boolean ended;

    private FoundImages(Sessions load, Matches matches, QueryClock clock) {
        this.table = load.table();
        this.images = load.images();
        this.matches = matches;
        this.clock = clock;
    }

    /**
     * Runs the query up to its first image, so that one that cannot run fails before an answer has begun.
     *
     * @param clock of the matches
     */
    static FoundImages open(Sessions load, Matches matches, QueryClock clock) {
        FoundImages found = new FoundImages(load, matches, clock);
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
        long image = matches.next();
        if (image < 0) {
            close();
            return false;
        }
        try {
            bytes = images.read(image, bytes);
            row.start(bytes, ImageBytes.row(bytes));
            row.advance();
            path = row.text();
            row.advance();
            held = row.isEmpty() ? Map.of() : HeldJson.read(row.text());
        } catch (RuntimeException | InternalError e) {
            close();
            throw matches.fault(e);
        }
        number = image;
        clock.rest();
        return true;
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
        matches.close();
    }
}
