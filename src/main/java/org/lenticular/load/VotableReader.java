package org.lenticular.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableContentHandler;
import uk.ac.starlink.votable.TableHandler;

/**
 * Streams the first table of a VOTable. STIL's own entrance would fetch whatever address the document names, as an entity or as a stream of
 * rows, and its input restriction does not reach that far: so the parser is ours, and STIL sees only elements.
 */
final class VotableReader extends TableContentHandler {
    private final CountingSink sink;
    private boolean found;
    private boolean inStream;
    private int fields;
    private final Set<Integer> unnamed = new HashSet<>();

    private VotableReader(CountingSink sink) {
        super(false);
        this.sink = sink;
        setReadHrefTables(false);
        setTableHandler(new Passing());
    }

    static void read(InputStream in, CountingSink sink) throws IOException {
        VotableReader reader = new VotableReader(sink);
        try (in) {
            parser(reader).parse(new InputSource(in));
        } catch (Enough e) {
            return;
        } catch (SAXException e) {
            reader.finish();
            if (isEnough(e)) {
                return;
            }
            throw new IOException(told(e), e);
        } catch (IOException | RuntimeException e) {
            reader.finish();
            throw e;
        }
        if (!reader.found) {
            throw new IOException("is a VOTable without rows of data (no TABLE with DATA in it)");
        }
    }

    private static XMLReader parser(VotableReader reader) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            parser.setContentHandler(reader);
            parser.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
            // The default would print to standard error.
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    /** A binary stream's rows come in a thread of STIL's, which waits for more until the element ends: it must end, whatever happened. */
    private void finish() {
        if (sink.failure() != null) {
            sink.close();
        }
        if (inStream) {
            inStream = false;
            try {
                super.endElement("", "STREAM", "STREAM");
            } catch (SAXException | RuntimeException e) {
                // What went wrong first is what is told.
                return;
            }
        }
    }

    private static boolean isEnough(SAXException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Enough) {
                return true;
            }
        }
        return false;
    }

    private static String told(SAXException e) {
        String message = TableException.reason(e);
        return e instanceof SAXParseException at && at.getLineNumber() > 0
                ? "line " + at.getLineNumber() + ": " + message
                : message;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        boolean stream = element(qName).equals("STREAM");
        String href = stream ? attributes.getValue("href") : null;
        if (href != null && !href.isBlank()) {
            throw new SAXException("its rows are elsewhere (STREAM href=\"" + href
                    + "\"), and no address that a table names is fetched: give a VOTable that holds its rows");
        }
        note(element(qName), attributes);
        super.startElement(uri, localName, qName, attributes);
        inStream |= stream;
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (element(qName).equals("STREAM")) {
            inStream = false;
        }
        super.endElement(uri, localName, qName);
    }

    /** STIL would call each column without a name {@code FIELD}. */
    private void note(String element, Attributes attributes) {
        if (element.equals("TABLE")) {
            fields = 0;
            unnamed.clear();
        } else if (element.equals("FIELD")) {
            if (isBlank(attributes.getValue("name")) && isBlank(attributes.getValue("ID"))) {
                unnamed.add(fields);
            }
            fields++;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String element(String qName) {
        return qName.substring(qName.indexOf(':') + 1);
    }

    /** Hands STIL's table to the sink. */
    private final class Passing implements TableHandler {
        @Override
        public void startTable(StarTable metadata) throws SAXException {
            found = true;
            try {
                if (!sink.head(TableHead.of(metadata, unnamed))) {
                    throw new Enough();
                }
            } catch (SAXException e) {
                throw e;
            } catch (Exception e) {
                throw new SAXException(e);
            }
        }

        @Override
        public void rowData(@Nullable Object[] row) throws SAXException {
            try {
                if (!sink.row(row)) {
                    throw new Enough();
                }
            } catch (SAXException e) {
                throw e;
            } catch (Exception e) {
                throw new SAXException(e);
            }
        }

        @Override
        public void endTable() throws SAXException {
            throw new Enough();
        }
    }

    /** The first table has been read, or as much of it as was wanted. */
    private static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }
}
