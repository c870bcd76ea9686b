package org.lenticular.protocol;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Cells;
import org.lenticular.table.Info;
import org.lenticular.table.Rows;
import org.lenticular.table.ServiceDescriptor;

/** Rows, and whether they broke off: the document then says so, but has been named by a tag before. */
final class WatchedRows implements Rows {
    private final Rows rows;
    private boolean brokeOff;

    WatchedRows(Rows rows) {
        this.rows = rows;
    }

    boolean brokeOff() {
        return brokeOff;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        boolean ended = false;
        try {
            boolean more = rows.next(cells);
            ended = true;
            return more;
        } finally {
            brokeOff |= !ended;
        }
    }

    @Override
    public boolean overflowed() {
        return rows.overflowed();
    }

    @Override
    public @Nullable String overflowMessage() {
        return rows.overflowMessage();
    }

    @Override
    public List<Info> infos() {
        return rows.infos();
    }

    @Override
    public List<ServiceDescriptor> descriptors() {
        return rows.descriptors();
    }

    @Override
    public void close() {
        rows.close();
    }
}
