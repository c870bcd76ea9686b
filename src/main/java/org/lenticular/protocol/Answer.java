package org.lenticular.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.lenticular.fault.Fault;
import org.lenticular.table.Format;
import org.lenticular.table.TableDocument;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param contentType the exact header
 * @param headers further ones
 * @param body writes the body
 */
public record Answer(int status, String contentType, Map<String, String> headers, Body body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer with no further headers. */
    public Answer(int status, String contentType, Body body) {
        this(status, contentType, Map.of(), body);
    }

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

    /** Leads the client on, for this time only: the next answer may be another. */
    public static Answer redirect(String address) {
        return new Answer(302, "text/plain;charset=UTF-8", Map.of("Location", address), out -> {});
    }

    /** A fault in a protocol's own form, with the status that the protocol wants. */
    public static Answer fault(int status, Format format, String contentType, Fault fault) {
        return new Answer(status, contentType, out -> format.write(fault, out));
    }
}
