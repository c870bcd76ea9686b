package org.lenticular.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lenticular.fault.Fault;
import org.lenticular.table.Format;
import org.lenticular.table.TableDocument;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param contentType the exact header; empty for none
 * @param headers further ones
 * @param body writes the body
 */
public record Answer(int status, String contentType, Map<String, String> headers, Body body) {
    /** Of an answer that is headers only, whatever length they tell: to HEAD, or with a status that has no body. */
    public static final Body NONE = out -> {};

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

        /** Bytes of it, where they are known before it is written; such a body is told with its length, and not held back. Else -1. */
        default long length() {
            return -1;
        }

        /** Whether it is not whole, and says so itself; known when it is written. */
        default boolean brokeOff() {
            return false;
        }

        @Override
        default void close() {}
    }

    /** The header of a table's warnings (ours): forms such as CSV have no place for them. */
    public static final String WARNINGS = "Lenticular-Warning";

    /** Some containers take no more than 8 kB of headers. */
    private static final int LONGEST_WARNINGS = 2_000;

    /** A table, streamed. What its reader should know of it is in the header too, whatever the form. */
    public static Answer table(Format format, String contentType, TableDocument document) {
        WatchedRows rows = new WatchedRows(document.rows());
        TableDocument watched = document.withRows(rows);
        return new Answer(200, contentType, warnings(document.warnings()), new Body() {
            @Override
            public void write(OutputStream out) throws IOException {
                format.write(watched, out);
            }

            @Override
            public boolean brokeOff() {
                return rows.brokeOff();
            }

            @Override
            public void close() {
                document.close();
            }
        });
    }

    /** One line, ASCII: what a header can hold (RFC 9110 §5.5); what else a client sent becomes a question mark. */
    private static Map<String, String> warnings(List<String> warnings) {
        String line = String.join("; ", warnings).replaceAll("[^ -~]", "?");
        String cut = line.length() > LONGEST_WARNINGS ? line.substring(0, LONGEST_WARNINGS) : line;
        return cut.isEmpty() ? Map.of() : Map.of(WARNINGS, cut);
    }

    /**
     * Leads the client on, for this time only: the next answer may be another.
     *
     * @param caching the header Cache-Control: how long this one holds
     */
    public static Answer redirect(String address, String caching) {
        // 302 and not 307: whoever asked by a form fetches the file by GET, and a GET stays one with its Range.
        return new Answer(302, "", Map.of("Location", address, "Cache-Control", caching), out -> {});
    }

    /** Plain text, for people who ask with a program. */
    public static Answer text(int status, String text) {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/plain;charset=UTF-8", out -> out.write(line));
    }

    /** The same answer with one header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, more, body);
    }

    /** The same answer, which no cache keeps: addresses that are signed may stand in it, each a secret while it lives. */
    public Answer keptByNobody() {
        return with("Cache-Control", "private, no-store");
    }

    /** A fault in a protocol's own form, with the status that the protocol wants. */
    public static Answer fault(int status, Format format, String contentType, Fault fault) {
        return new Answer(status, contentType, out -> format.write(fault, out));
    }
}
