package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;

/** The answer of a protocol that can name it beforehand: named by its tag, or, where the client has it already, only that (RFC 9110 §13.1.2). */
final class TaggedAnswer {
    /** Kept by whoever likes, but asked for anew each time: a load may have changed it. */
    private static final Map<String, String> CACHING = Map.of("Cache-Control", "no-cache");

    private TaggedAnswer() {}

    /** @param valid whether answers of a tag may go on being used */
    static Answer of(Protocol protocol, Request request, HttpServletRequest in, Predicate<String> valid) {
        boolean reads = in.getMethod().equals("GET") || in.getMethod().equals("HEAD");
        Optional<String> tag = reads ? protocol.tag(request) : Optional.empty();
        if (tag.isEmpty()) {
            return protocol.answer(request);
        }
        if (Conditions.has(in, tag.get()) && valid.test(tag.get())) {
            return new Answer(304, "", CACHING, Answer.NONE).with("ETag", tag.get());
        }
        Answer answer = protocol.answer(request);
        // Named are whole answers that may be kept; what the protocol says itself of keeping them holds.
        return answer.status() != 200 || answer.headers().containsKey("Cache-Control")
                ? answer
                : answer.with("ETag", tag.get()).with("Cache-Control", "no-cache");
    }
}
