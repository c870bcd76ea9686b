package org.lenticular.protocol;

import java.util.Optional;
import org.lenticular.fault.Fault;

/**
 * A protocol whose answers follow from the request, the loads and the configuration alone, and so have tags: clients that ask again learn that nothing
 * has changed, and nothing is searched.
 *
 * <p>Put around a protocol where it gets its address ({@code app.Lenticular}); the protocol itself knows nothing of it. It answers
 * {@link Answer#keptByNobody} where signed addresses may stand in the answer; such an answer gets no tag.
 */
public record TaggedProtocol(Protocol protocol, Tags tags) implements Protocol {
    @Override
    public Answer answer(Request request) {
        return protocol.answer(request);
    }

    @Override
    public Optional<String> tag(Request request) {
        return tags.of(request);
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        return protocol.fault(request, fault);
    }
}
