package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/** VOTable 1.4 with its rows as TABLEDATA: what every client reads. */
public final class VotableTabledata implements Format {
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n"
                    + "<RESOURCE type=\"results\">\n";
    private static final byte[] ROW_START = "<TR><TD>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROW_END = "</TR>\n".getBytes(StandardCharsets.US_ASCII);
    /** Between cells; behind a row's last one the beginning of a next one is taken back, which is cheaper than to ask at each. */
    private static final byte[] BETWEEN_CELLS = "</TD><TD>".getBytes(StandardCharsets.US_ASCII);

    private static final int NEXT_CELL = "<TD>".length();

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        buffer.add(HEAD);
        VotableElements.description(buffer, document.title());
        buffer.add("\n");
        VotableElements.info(buffer, new Info("QUERY_STATUS", "OK"));
        document.infos().forEach(info -> VotableElements.info(buffer, info));
        buffer.add(Systems.elements(document.header().columns()));
        document.params().forEach(param -> VotableElements.param(buffer, param));
        buffer.add("<TABLE>\n");
        buffer.add(document.header().votable());
        buffer.add("<DATA><TABLEDATA>\n");
        Info end = rows(document.rows(), buffer, out);
        buffer.add("</TABLEDATA></DATA>\n</TABLE>\n");
        if (end != null) {
            VotableElements.info(buffer, end);
        }
        buffer.add("</RESOURCE>\n");
        document.services().forEach(service -> VotableElements.service(buffer, service));
        buffer.add("</VOTABLE>\n");
        buffer.drainAll(out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        buffer.add(HEAD);
        VotableElements.info(buffer, new Info("QUERY_STATUS", "ERROR", fault.text()));
        buffer.add("</RESOURCE>\n</VOTABLE>\n");
        buffer.drainAll(out);
    }

    /** Writes the rows; says how they ended, where that was not well (DALI 1.1 §4.4.1). A row that breaks off is taken back whole. */
    private static @Nullable Info rows(Rows rows, Utf8Buffer buffer, OutputStream out) throws IOException {
        Cells cells = new TableCells(buffer);
        int start = buffer.size();
        try {
            buffer.add(ROW_START);
            while (rows.next(cells)) {
                buffer.truncate(buffer.size() - NEXT_CELL);
                buffer.add(ROW_END);
                buffer.drain(out);
                start = buffer.size();
                buffer.add(ROW_START);
            }
            buffer.truncate(start);
            return rows.overflowed() ? new Info("QUERY_STATUS", "OVERFLOW", rows.overflowMessage()) : null;
        } catch (FaultException e) {
            buffer.truncate(start);
            return new Info("QUERY_STATUS", "ERROR", e.fault().text());
        }
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
