package org.lenticular.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.lenticular.fault.Fault;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;

/** Addresses that belong to no protocol of the Virtual Observatory: they tell faults in plain text (DALI 1.1 §4.2). */
final class PlainProtocol implements Protocol {
    private final Function<Request, Answer> answers;

    PlainProtocol(Function<Request, Answer> answers) {
        this.answers = answers;
    }

    static Answer text(int status, String text) {
        return whole(status, "text/plain;charset=UTF-8", text + "\n");
    }

    static Answer page(String html) {
        return whole(200, "text/html;charset=UTF-8", html);
    }

    static Answer fault(Fault fault) {
        return text(fault.status(), fault.text());
    }

    @Override
    public Answer answer(Request request) {
        return answers.apply(request);
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        return fault(fault);
    }

    private static Answer whole(int status, String contentType, String text) {
        return new Answer(status, contentType, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
