package org.lenticular.protocol;

import org.lenticular.fault.Fault;

/** One protocol: a function from a request to an answer. Thread-safe. */
public interface Protocol {
    /**
     * The answer to a request.
     *
     * @throws org.lenticular.fault.FaultException which {@link #fault} then tells
     */
    Answer answer(Request request);

    /** How this protocol tells this client of a fault, also of one found before the request could be read. Never throws. */
    Answer fault(Request request, Fault fault);
}
