package org.lenticular.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A cell whose text is the same in row after row, such as a media type: encoded where it changes, and sent as bytes. One for each column of a stream. */
public final class RepeatedCell {
    private String last = "";
    private byte[] utf8 = {};
    private boolean plain = true;

    /** Sends a text made for this answer; null is an empty cell. */
    public void send(Cells cells, @Nullable String text) throws IOException {
        if (text == null || text.isEmpty()) {
            cells.text(null);
            return;
        }
        if (!text.equals(last)) {
            last = text;
            utf8 = text.getBytes(StandardCharsets.UTF_8);
            plain = EncodedRow.isPlain(utf8);
        }
        cells.encoded(utf8, 0, utf8.length, plain);
    }
}
