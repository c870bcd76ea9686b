package org.lenticular.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lenticular.fault.Fault;

/** VOTable 1.4 with its rows as BINARY2 (§5.4), in base64: numbers bit for bit, and the null of a whole number told apart from its values. */
public final class VotableBinary2 implements Format {
    private static final RowLoop ROWS = new RowLoop("", 0, "");
    private static final int LINE = 4096;
    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        VotableFrame.begin(document, buffer);
        buffer.add("<DATA><BINARY2><STREAM encoding=\"base64\">\n");
        buffer.drainAll(out);
        RowLoop.End end;
        // Closing is what writes the last bytes.
        try (OutputStream base64 = Base64.getMimeEncoder(LINE, LINE_END).wrap(new Unclosed(out))) {
            Utf8Buffer rows = new Utf8Buffer();
            end = ROWS.send(document.rows(), new BinaryRow(document.header().columns(), rows), rows, base64);
            rows.drainAll(base64);
        }
        buffer.add("\n</STREAM></BINARY2></DATA>\n");
        VotableFrame.end(document, end, buffer);
        buffer.drainAll(out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        VotableFrame.fault(fault, out);
    }

    /** The document goes on behind the base64, and the stream is its owner's. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
