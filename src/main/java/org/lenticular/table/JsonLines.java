package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import org.lenticular.fault.Fault;

/**
 * A JSON object on each line, one for each row, and nothing else (NDJSON, JSON Lines): for programs that read row by row. It cannot say that rows
 * were left out; where they break off, so does the answer.
 */
public final class JsonLines implements Format {
    private static final RowLoop ROWS = new RowLoop("", 0, "}\n");

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        UnmarkedRows rows = new UnmarkedRows(document.rows());
        ROWS.send(rows, new JsonCells(buffer, document.header().json().members(), "{", "{"), buffer, out);
        rows.requireWhole();
        buffer.drainAll(out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        JsonTable.tell(fault, out);
    }
}
