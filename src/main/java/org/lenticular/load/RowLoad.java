package org.lenticular.load;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the rows of some files that have the same columns, one after the other; what cannot be used is left out, named and counted. */
abstract class RowLoad implements RowSink {
    /** The one that is being read. */
    final Row row;

    final RowNames names = new RowNames();
    final BadRows bad;
    private final Progress progress;
    private final long before;
    private long rows;

    /** @param before rows that the progress has been told of */
    RowLoad(OwnColumns columns, double badRows, Progress progress, long before) {
        this.row = new Row(columns);
        this.bad = new BadRows(badRows, progress::note);
        this.progress = progress;
        this.before = before;
    }

    /** Uses the row. */
    abstract void take() throws BadRow, IOException;

    /** Is told that the row was not used. */
    void left() {}

    /** Reads them all. */
    final void read(List<TableFile> files) throws TableException, TooManyBadRows {
        for (TableFile file : files) {
            names.begin(file.path(), rows);
            file.read(this);
        }
        bad.check();
    }

    @Override
    public final boolean head(TableHead head) {
        return true;
    }

    @Override
    public final boolean row(@Nullable Object[] cells) throws IOException, TooManyBadRows {
        rows++;
        row.moveTo(rows, cells);
        try {
            take();
            bad.good();
        } catch (BadRow e) {
            left();
            bad.bad(names.file(), names.inFile(rows), e);
        }
        progress.rows(before + rows);
        return true;
    }

    /** How many have been read, of all files. */
    final long rows() {
        return rows;
    }

    /** How many of them could not be used. */
    final long badRows() {
        return bad.count();
    }
}
