package org.lenticular.vosi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lenticular.IvoaSchemas;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The availability document, held to the IVOA's schema. */
class AvailabilityProtocolTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00.123456Z");

    private static Document read(Availability availability) throws Exception {
        Answer answer = new AvailabilityProtocol(() -> availability)
                .answer(new Request(Parameters.of(List.of()), "", "https://us.example.org", null));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().write(out);
        IvoaSchemas.assertValid(out.toByteArray());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("http://www.ivoa.net/xml/VOSIAvailability/v1.0", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    @Test
    void aServiceThatIsUpSaysSinceWhen() throws Exception {
        Document document = read(new Availability(true, START, List.of()));
        assertThat(texts(document, "available")).containsExactly("true");
        assertThat(texts(document, "upSince")).containsExactly("2026-11-24T10:00:00Z");
        assertThat(texts(document, "note")).isEmpty();
    }

    @Test
    void whatIsDownIsTold() throws Exception {
        List<String> notes = List.of("main & <mirror> do not answer", "stars is not loaded");
        Document document = read(new Availability(false, START, notes));
        assertThat(texts(document, "available")).containsExactly("false");
        assertThat(texts(document, "note")).isEqualTo(notes);
    }
}
