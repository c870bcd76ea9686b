package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/** VOTable 1.4 with its rows as TABLEDATA: what every client reads. */
public final class VotableTabledata implements Format {
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n"
                    + "<RESOURCE type=\"results\">\n";
    /** Between cells. Behind a row's last one, the beginning of a next one is taken back, which is cheaper than to ask at each. */
    private static final byte[] BETWEEN_CELLS = "</TD><TD>".getBytes(StandardCharsets.US_ASCII);

    private static final RowLoop ROWS = new RowLoop("<TR><TD>", "<TD>".length(), "</TR>\n");

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
        RowLoop.End end = ROWS.send(document.rows(), new TableCells(buffer), buffer, out);
        buffer.add("</TABLEDATA></DATA>\n</TABLE>\n");
        if (end.status() != null) {
            // A second status, since the first was sent before the rows: the last one counts (DALI 1.1 §4.4.1).
            VotableElements.info(buffer, new Info("QUERY_STATUS", end.status(), end.message()));
        }
        buffer.add("</RESOURCE>\n");
        document.descriptors().forEach(service -> VotableElements.service(buffer, service));
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
