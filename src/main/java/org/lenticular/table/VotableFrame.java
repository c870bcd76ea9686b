package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import org.lenticular.fault.Fault;

/** What stands around the rows of a VOTable 1.4, however they are serialized. */
final class VotableFrame {
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n"
                    + "<RESOURCE type=\"results\">\n";

    private VotableFrame() {}

    /** All up to the document's own FIELDs; DATA comes next. */
    static void begin(TableDocument document, Utf8Buffer buffer) {
        begin(document, document.header(), buffer);
    }

    /** The same with other FIELDs. */
    static void begin(TableDocument document, Header fields, Utf8Buffer buffer) {
        buffer.add(HEAD);
        VotableElements.description(buffer, document.title());
        buffer.add("\n");
        VotableElements.info(buffer, new Info("QUERY_STATUS", "OK"));
        document.infos().forEach(info -> VotableElements.info(buffer, info));
        buffer.add(Systems.elements(document.header().columns()));
        document.params().forEach(param -> VotableElements.param(buffer, param));
        buffer.add("<TABLE>\n");
        buffer.add(fields.votable());
    }

    /** All behind DATA. */
    static void end(TableDocument document, RowLoop.End end, Utf8Buffer buffer) {
        buffer.add("</TABLE>\n");
        if (end.status() != null) {
            // A second status, since the first was sent before the rows: the last one counts (DALI 1.1 §4.4.1).
            VotableElements.info(buffer, new Info("QUERY_STATUS", end.status(), end.message()));
        }
        document.rows().infos().forEach(info -> VotableElements.info(buffer, info));
        buffer.add("</RESOURCE>\n");
        document.descriptors().forEach(service -> buffer.add(service.votable()));
        buffer.add("</VOTABLE>\n");
    }

    /** The whole document that tells of a fault (DALI 1.1 §4.2). */
    static void fault(Fault fault, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        buffer.add(HEAD);
        VotableElements.info(buffer, new Info("QUERY_STATUS", "ERROR", fault.text()));
        buffer.add("</RESOURCE>\n</VOTABLE>\n");
        buffer.drainAll(out);
    }
}
