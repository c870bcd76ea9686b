package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.lenticular.fault.Fault;

/**
 * VOTable 1.4 with its rows as BINARY2 (§5.4), in base64: numbers bit for bit, and nulls told apart from values.
 *
 * <p>A {@code char} is ASCII, and astropy refuses the whole of a table that has another byte in one. So a column that leaves ASCII among the first
 * rows is declared {@code unicodeChar} here, whatever TABLEDATA, where readers do not mind, calls it. Further on, such a text is null.
 */
public final class VotableBinary2 implements Format {
    private static final RowLoop ROWS = new RowLoop("", 0, "");
    private static final int LINE = 4096;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_CHARACTERS = 1024 * 1024;
    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        LookAhead rows = LookAhead.of(document.rows(), MOST_ROWS, MOST_CHARACTERS);
        Header header = widened(document.header(), rows.first());
        VotableFrame.begin(document, header, buffer);
        buffer.add("<DATA><BINARY2><STREAM encoding=\"base64\">\n");
        buffer.drainAll(out);
        // The document goes on behind the base64.
        OutputStream base64 = Base64.getMimeEncoder(LINE, LINE_END).wrap(new Unclosed(out));
        Utf8Buffer bytes = new Utf8Buffer();
        RowLoop.End end = ROWS.send(rows, new BinaryRow(header.columns(), bytes), bytes, base64);
        bytes.drainAll(base64);
        // Writes the last bytes; where the stream has failed, nothing more must go to it.
        base64.close();
        buffer.add("\n</STREAM></BINARY2></DATA>\n");
        VotableFrame.end(document, end, buffer);
        buffer.drainAll(out);
    }

    private static Header widened(Header header, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>(header.columns());
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            Column column = columns.get(i);
            if (column.type() == Datatype.CHAR && rows.stream().anyMatch(row -> !isAscii(row.get(index)))) {
                columns.set(i, column.withType(Datatype.UNICODE_CHAR, column.arraysize()));
            }
        }
        return columns.equals(header.columns()) ? header : new Header(columns);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nor is what would become U+FFFD, as it does in TABLEDATA.
            if (c > 0x7F || c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        VotableFrame.fault(fault, out);
    }
}
