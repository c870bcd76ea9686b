package org.lenticular.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the server answered to a request, and what a reader finds in it. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    String mediaType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    boolean isXml() {
        return body.startsWith("<?xml") || body.startsWith("<VOTABLE");
    }

    /** The body as a reader sees it, with the characters that XML and HTML escape put back. */
    String text() {
        return body.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** QUERY_STATUS, the last one where there are several, as readers take it; empty where there is none. */
    String outcome() {
        return status("QUERY_STATUS").map(info -> info.getAttribute("value")).orElse("");
    }

    /** The text that comes with QUERY_STATUS; of an answer that is no VOTable, the whole. */
    String message() {
        return isXml() ? status("QUERY_STATUS").map(Element::getTextContent).orElse("") : text();
    }

    int rows() {
        return elements("TR").size();
    }

    List<Element> elements(String name) {
        NodeList nodes = document().getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private Optional<Element> status(String name) {
        Stream<Element> infos = elements("INFO").stream()
                .filter(info -> info.getAttribute("name").equals(name));
        return infos.reduce((first, second) -> second);
    }

    private Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("The answer is no XML: " + e.getMessage() + "\n" + this, e);
        }
    }

    /** The answer, cut where it gets long. */
    @Override
    public String toString() {
        int most = 3000;
        String shown = body.length() <= most ? body : body.substring(0, most) + " …";
        return "HTTP %d, %s%n%s".formatted(status, headers.map(), shown);
    }
}
