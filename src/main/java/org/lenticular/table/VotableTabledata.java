package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/** VOTable 1.4 with its rows as TABLEDATA: what every client reads. */
public final class VotableTabledata implements Format {
    /** Between cells. Behind a row's last one, the beginning of a next one is taken back, which is cheaper than to ask at each. */
    private static final byte[] BETWEEN_CELLS = "</TD><TD>".getBytes(StandardCharsets.US_ASCII);

    private static final RowLoop ROWS = new RowLoop("<TR><TD>", "<TD>".length(), "</TR>\n");

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        VotableFrame.begin(document, buffer);
        buffer.add("<DATA><TABLEDATA>\n");
        RowLoop.End end = ROWS.send(document.rows(), new TableCells(buffer), buffer, out);
        buffer.add("</TABLEDATA></DATA>\n");
        VotableFrame.end(document, end, buffer);
        buffer.drainAll(out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        VotableFrame.fault(fault, out);
    }

    private record TableCells(Utf8Buffer buffer) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            if (plain) {
                buffer.add(bytes, offset, length, BETWEEN_CELLS);
            } else {
                Markup.bytes(buffer, bytes, offset, length);
                buffer.add(BETWEEN_CELLS);
            }
        }

        @Override
        public void text(@Nullable String value) {
            if (value != null) {
                Markup.text(buffer, value);
            }
            buffer.add(BETWEEN_CELLS);
        }
    }
}
