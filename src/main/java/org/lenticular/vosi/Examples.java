package org.lenticular.vosi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lenticular.protocol.DataLink;
import org.lenticular.table.PageStyle;
import org.lenticular.vosi.ExampleImages.ExampleImage;

/** Queries to try, for people and for programs: DALI-examples (DALI 1.1 §2.3), a page of XHTML with RDFa Lite. */
final class Examples {
    private static final String ID = "ID";

    private final ServiceFacts facts;
    private final ExampleImages images;

    Examples(ServiceFacts facts, ExampleImages images) {
        this.facts = facts;
        this.images = images;
    }

    String page(Door door, String base) {
        String title = "Examples of " + facts.title();
        Xml xml = Xml.document();
        xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "xml:lang", "en");
        xml.open("head")
                .element("title", title)
                .element("style", PageStyle.css())
                .close();
        xml.open("body", "vocab", "http://www.ivoa.net/rdf/examples#");
        xml.open("main").element("h1", title);
        if (door.kind() == Door.Kind.DATALINK) {
            links(xml, base + door.path());
        } else if (door.kind() == Door.Kind.SIA1) {
            images.of(door.collection()).ifPresent(image -> sia1(xml, base + door.path() + "/query", image));
            example(
                    xml,
                    new Example("metadata", "What this collection's columns and parameters are", Capabilities.SIA1),
                    base + door.path() + "/query",
                    Map.of("FORMAT", "METADATA"));
        } else {
            sia2(xml, base + door.path() + "/query");
        }
        return xml.close().close().close().toString();
    }

    private record Example(String id, String name, String capability) {}

    private static void sia1(Xml xml, String address, ExampleImage image) {
        String pos = image.ra() + "," + image.dec();
        example(
                xml,
                new Example("region", "Images that share a point with a small region", Capabilities.SIA1),
                address,
                inOrder("POS", pos, "SIZE", "0.1"));
        example(
                xml,
                new Example("point", "FITS images that hold a point", Capabilities.SIA1),
                address,
                inOrder("POS", pos, "SIZE", "0", "INTERSECT", "COVERS", "FORMAT", "image/fits"));
    }

    private void sia2(Xml xml, String address) {
        Optional<ExampleImage> any = facts.collections().keySet().stream()
                .flatMap(name -> images.of(name).stream())
                .findFirst();
        any.ifPresent(image -> {
            String circle = "CIRCLE " + image.ra() + " " + image.dec() + " 0.1";
            example(
                    xml,
                    new Example("circle", "Images in a small circle, of all collections", Capabilities.SIA2),
                    address,
                    inOrder("POS", circle));
            example(
                    xml,
                    new Example("circle-csv", "The same as CSV, ten rows at the most", Capabilities.SIA2),
                    address,
                    inOrder("POS", circle, "MAXREC", "10", "RESPONSEFORMAT", "csv"));
            if (!image.did().isEmpty()) {
                example(
                        xml,
                        new Example("identifier", "One image by its identifier", Capabilities.SIA2),
                        address,
                        inOrder("ID", image.did()));
            }
        });
        example(
                xml,
                new Example("metadata", "What this service's columns and parameters are", Capabilities.SIA2),
                address,
                Map.of("MAXREC", "0"));
    }

    /** Of all collections by {@code obs_publisher_did}, then of each by its own identifiers: the one page is beside them all. */
    private void links(Xml xml, String address) {
        for (String name : facts.collections().keySet()) {
            images.of(name).ifPresent(image -> links(xml, address, name, image));
        }
        example(
                xml,
                new Example(
                        "parameters", "What the parameters are, and the sources that there are", DataLink.STANDARD_ID),
                address,
                Map.of());
    }

    private static void links(Xml xml, String address, String name, ExampleImage image) {
        if (!image.did().isEmpty()) {
            example(
                    xml,
                    new Example(
                            "did-of-" + name, "Links of one image by its publisher's identifier", DataLink.STANDARD_ID),
                    address,
                    Map.of(ID, image.did()));
        }
        if (!image.dataset().isEmpty()) {
            example(
                    xml,
                    new Example("links-of-" + name, "Links of one dataset of " + name, DataLink.STANDARD_ID),
                    address + "/" + name,
                    Map.of(ID, image.dataset()));
            example(
                    xml,
                    new Example("copies-of-" + name, "The same from every source that has it", DataLink.STANDARD_ID),
                    address + "/" + name,
                    inOrder(ID, image.dataset(), "source", "all"));
        }
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static void example(Xml xml, Example example, String address, Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        xml.open("div", "typeof", "example", "id", example.id(), "resource", "#" + example.id());
        xml.element("h2", example.name(), "property", "name");
        xml.open("p")
                .element("code", example.capability(), "property", "capability")
                .close();
        if (!parameters.isEmpty()) {
            xml.open("ul");
        }
        parameters.forEach((name, value) -> {
            xml.open("li", "property", "generic-parameter", "typeof", "keyval");
            xml.element("span", name, "property", "key").element("code", value, "property", "value");
            xml.close();
            if (name.equals(ID) && example.capability().equals(DataLink.STANDARD_ID)) {
                // The vocabulary's own word for an identifier that has links.
                xml.element("li", value, "property", "dl-id");
            }
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(Capabilities.encoded(value));
        });
        if (!parameters.isEmpty()) {
            xml.close();
        }
        xml.open("p").element("a", "Try it", "href", address + query).close();
        xml.close();
    }
}
