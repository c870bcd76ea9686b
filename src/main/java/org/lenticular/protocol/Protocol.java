package org.lenticular.protocol;

import java.util.Optional;
import org.lenticular.fault.Fault;

/** One protocol: a function from a request to an answer. Thread-safe. */
public interface Protocol {
    /**
     * The answer to a request.
     *
     * @throws org.lenticular.fault.FaultException which {@link #fault} then tells
     */
    Answer answer(Request request);

    /**
     * What names the answer to this request while nothing changes that it depends on: a weak tag (RFC 9110 §8.8.1), made without answering. Who
     * has the answer of this tag is told so, and {@link #answer} is not asked. Empty where the answer shall not be kept, or changes by itself.
     *
     * <p>Wrap the protocol in {@link TaggedProtocol} rather than to write one more of these. Never throws.
     */
    default Optional<String> tag(Request request) {
        return Optional.empty();
    }

    /** How this protocol tells this client of a fault, also of one found before the request could be read. Never throws. */
    Answer fault(Request request, Fault fault);
}
