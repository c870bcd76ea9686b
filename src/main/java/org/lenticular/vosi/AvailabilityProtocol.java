package org.lenticular.vosi;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.lenticular.fault.Fault;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.table.Markup;

/** VOSI availability (VOSI 1.1 §2.3, schema VOSIAvailability 1.0): a small XML document, with status 200 whatever it says. */
public final class AvailabilityProtocol implements Protocol {
    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOSIAvailability/v1.0";

    private final Supplier<Availability> now;

    /** @param now what to say, asked for each request */
    public AvailabilityProtocol(Supplier<Availability> now) {
        this.now = now;
    }

    @Override
    public Answer answer(Request request) {
        byte[] document = document(now.get()).getBytes(StandardCharsets.UTF_8);
        return new Answer(
                200, "text/xml;charset=UTF-8", Map.of("Cache-Control", "no-cache"), out -> out.write(document));
    }

    private static String document(Availability now) {
        StringBuilder xml = new StringBuilder(512)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<availability xmlns=\"")
                .append(NAMESPACE)
                .append("\">\n");
        element(xml, "available", Boolean.toString(now.available()));
        element(xml, "upSince", now.upSince().truncatedTo(ChronoUnit.SECONDS).toString());
        now.notes().forEach(note -> element(xml, "note", note));
        return xml.append("</availability>\n").toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append("  <").append(name).append('>').append(Markup.escaped(text));
        xml.append("</").append(name).append(">\n");
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        byte[] text = (fault.text() + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(fault.status(), "text/plain;charset=UTF-8", out -> out.write(text));
    }
}
