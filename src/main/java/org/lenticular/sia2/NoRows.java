package org.lenticular.sia2;

import org.jspecify.annotations.Nullable;
import org.lenticular.table.Cells;
import org.lenticular.table.Rows;

/** No image, since none was asked for: an answer to MAXREC=0, which says that there may be some (DALI 1.1 §3.4.4). */
final class NoRows implements Rows {
    @Override
    public boolean next(Cells cells) {
        return false;
    }

    @Override
    public boolean overflowed() {
        return true;
    }

    @Override
    public @Nullable String overflowMessage() {
        return "MAXREC=0 asks for no images, only for what there is to be known of them";
    }
}
