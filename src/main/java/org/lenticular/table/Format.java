package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import org.lenticular.fault.Fault;

/** A form that tables and faults are written in. Stateless and thread-safe. */
public interface Format {
    /**
     * Writes the document to its end, and neither closes nor flushes the stream. Where the rows break off, the document says so and stays whole; a
     * form that has no place for that throws what broke them, so that nobody takes what is there for all.
     */
    void write(TableDocument document, OutputStream out) throws IOException;

    /** Writes the document that tells of a fault. */
    void write(Fault fault, OutputStream out) throws IOException;
}
