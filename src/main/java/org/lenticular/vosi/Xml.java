package org.lenticular.vosi;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Markup;

/** A small XML document, written front to back; what it cannot hold becomes U+FFFD (XML 1.0 §2.2). Not thread-safe. */
final class Xml {
    private static final String FORBIDDEN = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]";
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a document. */
    static Xml document() {
        Xml xml = new Xml();
        xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return xml;
    }

    /**
     * Opens an element that holds others.
     *
     * @param attributes names and values in turn; one whose value is null is left out
     */
    Xml open(String name, @Nullable String... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    Xml close() {
        String name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** Adds an element of text only; nothing where that is null or blank. */
    Xml element(String name, @Nullable String text, @Nullable String... attributes) {
        if (text != null && !text.isBlank()) {
            start(name, attributes);
            out.append('>').append(clean(text)).append("</").append(name).append(">\n");
        }
        return this;
    }

    private void start(String name, @Nullable String... attributes) {
        indent();
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                out.append(clean(value).replaceAll("\\s", " ")).append('"');
            }
        }
    }

    private void indent() {
        out.append("  ".repeat(open.size()));
    }

    private static String clean(String text) {
        // Half a character becomes a question mark where text becomes bytes.
        return Markup.escaped(text.replaceAll(FORBIDDEN, "\uFFFD"));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
