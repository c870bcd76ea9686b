package org.lenticular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The IVOA's schemas, as {@code src/test/resources/ivoa} has them: every XML document that the service sends is of one of them. Nothing is fetched. */
public final class IvoaSchemas {
    private static final Map<String, String> FILES = Map.of(
            "http://www.ivoa.net/xml/VOResource/v1.0", "VOResource.xsd",
            "http://www.ivoa.net/xml/VODataService/v1.1", "VODataService.xsd",
            "http://www.ivoa.net/xml/SIA/v1.1", "SIA.xsd",
            "http://www.ivoa.net/xml/VOSICapabilities/v1.0", "VOSICapabilities.xsd",
            "http://www.ivoa.net/xml/VOSITables/v1.0", "VOSITables.xsd",
            "http://www.ivoa.net/xml/VOSIAvailability/v1.0", "VOSIAvailability.xsd",
            "http://www.ivoa.net/xml/RegistryInterface/v1.0", "RegistryInterface.xsd",
            "http://www.ivoa.net/xml/STC/stc-v1.30.xsd", "stc.xsd",
            "http://www.w3.org/1999/xlink", "xlink.xsd",
            "http://www.w3.org/XML/1998/namespace", "xml.xsd");

    private static final Schema ALL = read();

    private IvoaSchemas() {}

    /**
     * Makes sure that a document is valid.
     *
     * @throws AssertionError with the document, where it is not, or of no schema that is known
     */
    public static void assertValid(byte[] document) {
        try {
            Validator validator = ALL.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + "\n" + new String(document, StandardCharsets.UTF_8), e);
        }
    }

    private static Schema read() {
        try {
            DOMImplementationLS documents = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setResourceResolver((type, namespace, publicId, systemId, baseUri) -> {
                LSInput input = documents.createLSInput();
                input.setSystemId(systemId);
                input.setByteStream(file(Objects.requireNonNull(FILES.get(namespace), namespace)));
                return input;
            });
            Source votable = source("/org/lenticular/table/VOTable-1.4.xsd");
            return factory.newSchema(Stream.concat(
                            Stream.of("VOSICapabilities", "VOSITables", "VOSIAvailability", "RegistryInterface", "SIA")
                                    .map(name -> source("/ivoa/" + name + ".xsd")),
                            Stream.of(votable))
                    .toArray(Source[]::new));
        } catch (SAXException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(IvoaSchemas.class.getResourceAsStream("/ivoa/" + name), name);
    }

    private static Source source(String path) {
        return new StreamSource(Objects.requireNonNull(IvoaSchemas.class.getResource(path), path)
                .toString());
    }
}
