package org.lenticular.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lenticular.table.EncodedRow.Reader;

/** A row of which any cell can be had at any time, for answers whose columns stand in another order than those that are kept. Used for row after row. */
public final class SpreadRow {
    private final int[] offsets;
    private final int[] lengths;
    private final boolean[] plain;
    private byte[] bytes = new byte[0];

    /** @param columns how many each row has */
    public SpreadRow(int columns) {
        offsets = new int[columns];
        lengths = new int[columns];
        plain = new boolean[columns];
    }

    /** Takes over a row; the reader stands before its first cell, and behind its last one afterwards. */
    public void spread(Reader row) {
        bytes = row.bytes();
        for (int i = 0; i < offsets.length; i++) {
            row.advance();
            offsets[i] = row.offset();
            lengths[i] = row.length();
            plain[i] = row.isPlain();
        }
    }

    public boolean isEmpty(int column) {
        return lengths[column] == 0;
    }

    /** A cell's text; empty for a null. */
    public String text(int column) {
        return new String(bytes, offsets[column], lengths[column], StandardCharsets.UTF_8);
    }

    /** Sends a cell as it is kept. */
    public void send(int column, Cells cells) throws IOException {
        cells.encoded(bytes, offsets[column], lengths[column], plain[column]);
    }
}
