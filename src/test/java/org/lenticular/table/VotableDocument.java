package org.lenticular.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An answer as a client reads it: checked against the standard's schema, unique IDs and references that lead somewhere among its rules. */
public final class VotableDocument {
    private static final Schema SCHEMA = schema();

    private final Document xml;

    private VotableDocument(Document xml) {
        this.xml = xml;
    }

    public static VotableDocument read(byte[] document) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return new VotableDocument(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e.getMessage() + " in: " + new String(document, StandardCharsets.UTF_8), e);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(VotableDocument.class.getResource("VOTable-1.4.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements that an XPath leads to. */
    public List<Element> elements(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, xml, XPathConstants.NODESET);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** One attribute of each of the elements. */
    public List<String> attributes(String path, String attribute) {
        return elements(path).stream().map(each -> each.getAttribute(attribute)).toList();
    }

    /** The last of them counts (DALI 1.1 §4.4.1). */
    public String status() {
        return lastStatus().getAttribute("value");
    }

    /** The text of the last status. */
    public String message() {
        return lastStatus().getTextContent();
    }

    private Element lastStatus() {
        List<Element> all = elements("/VOTABLE/RESOURCE[@type='results']/INFO[@name='QUERY_STATUS']");
        return all.get(all.size() - 1);
    }

    /** The columns' names. */
    public List<String> columns() {
        return attributes("//FIELD", "name");
    }

    public Element field(String name) {
        return elements("//FIELD[@name='" + name + "']").get(0);
    }

    public List<List<String>> rows() {
        return elements("//TR").stream().map(VotableDocument::cells).toList();
    }

    private static List<String> cells(Element row) {
        NodeList cells = row.getElementsByTagName("TD");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            texts.add(cells.item(i).getTextContent());
        }
        return texts;
    }

    /** One column's cells. */
    public List<String> column(String name) {
        int index = columns().indexOf(name);
        if (index < 0) {
            throw new AssertionError("no column " + name + " among " + columns());
        }
        return rows().stream().map(row -> row.get(index)).toList();
    }
}
