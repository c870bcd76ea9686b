package org.lenticular.protocol;

import java.io.IOException;
import java.io.OutputStream;
import org.lenticular.fault.Fault;
import org.lenticular.table.Format;
import org.lenticular.table.TableDocument;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param contentType the exact header
 * @param body writes the body
 */
public record Answer(int status, String contentType, Body body) {
    /** Writes a body to its end; neither flushes nor closes the stream. Closing frees what it reads from, written or not. */
    public interface Body extends AutoCloseable {
        void write(OutputStream out) throws IOException;

        @Override
        default void close() {}
    }

    /** A table, streamed. */
    public static Answer table(Format format, String contentType, TableDocument document) {
        return new Answer(200, contentType, new Body() {
            @Override
            public void write(OutputStream out) throws IOException {
                format.write(document, out);
            }

            @Override
            public void close() {
                document.close();
            }
        });
    }

    /** A fault in a protocol's own form, with the status that the protocol wants. */
    public static Answer fault(int status, Format format, String contentType, Fault fault) {
        return new Answer(status, contentType, out -> format.write(fault, out));
    }
}
