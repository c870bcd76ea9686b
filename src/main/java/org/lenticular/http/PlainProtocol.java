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
        return Answer.text(status, text);
    }

    static Answer page(String html) {
        return new Answer(200, "text/html;charset=UTF-8", out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
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
}
