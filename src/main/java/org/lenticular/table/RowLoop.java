package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the rows of a document, each between its tags. A row that breaks off is taken back whole, so that what is sent stays a document. */
final class RowLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RowLoop.class);

    private final byte[] before;
    private final int takenBack;
    private final byte[] behind;

    /**
     * @param before each row
     * @param takenBack how many bytes behind its last cell are not sent
     * @param behind each row
     */
    RowLoop(String before, int takenBack, String behind) {
        this.before = before.getBytes(StandardCharsets.UTF_8);
        this.takenBack = takenBack;
        this.behind = behind.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How the rows ended.
     *
     * @param rows how many were sent
     * @param status {@code OVERFLOW} or {@code ERROR}; null where all rows were sent
     * @param message for people; null for none
     */
    record End(long rows, @Nullable String status, @Nullable String message) {}

    End send(Rows rows, Cells cells, Utf8Buffer buffer, OutputStream out) throws IOException {
        long count = 0;
        int start = buffer.size();
        while (true) {
            buffer.add(before);
            try {
                if (!rows.next(cells)) {
                    buffer.truncate(start);
                    return rows.overflowed()
                            ? new End(count, "OVERFLOW", rows.overflowMessage())
                            : new End(count, null, null);
                }
            } catch (FaultException e) {
                buffer.truncate(start);
                return new End(count, "ERROR", e.fault().text());
            } catch (RuntimeException e) {
                // The answer has begun with a status of 200: this is the one way left to tell that it is not whole.
                LOG.error("an answer broke off after {} rows", count, e);
                buffer.truncate(start);
                return new End(
                        count,
                        "ERROR",
                        FaultException.fatal("the answer breaks off here by a failure of the service", e)
                                .fault()
                                .text());
            }
            buffer.truncate(buffer.size() - takenBack);
            buffer.add(behind);
            count++;
            buffer.drain(out);
            start = buffer.size();
        }
    }
}
