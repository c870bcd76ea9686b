package org.lenticular.vosi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lenticular.protocol.DataLink;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.vosi.ExampleImages.ExampleImage;

/** What can be done at a door, and how: {@code capability} elements of VOResource 1.1 §3, in VOSI documents and registry records alike. */
final class Capabilities {
    private static final String VOSI = "ivo://ivoa.net/std/VOSI#";
    private static final String EXAMPLES = "ivo://ivoa.net/std/DALI#examples";
    static final String SIA1 = "ivo://ivoa.net/std/SIA";
    static final String SIA2 = "ivo://ivoa.net/std/SIA#query-2.0";

    /** Degrees; a region of this size around an image's centre shares that point with it. */
    private static final String TEST_SIZE = "0.1";

    private final ServiceFacts facts;
    private final ExampleImages images;

    private final boolean tellsInputs;

    /**
     * @param tellsInputs whether each interface lists its parameters: records do. Documents do not, since pyvo reads one whenever a service is opened,
     *     and warns its user of each element that it does not know
     */
    Capabilities(ServiceFacts facts, ExampleImages images, boolean tellsInputs) {
        this.facts = facts;
        this.images = images;
        this.tellsInputs = tellsInputs;
    }

    /** The VOSI document (VOSI 1.1 §2.2): its children have no namespace. */
    String document(Door door, String base) {
        Xml xml = Xml.document();
        xml.open(
                "vosi:capabilities",
                "xmlns:vosi",
                "http://www.ivoa.net/xml/VOSICapabilities/v1.0",
                "xmlns:vr",
                "http://www.ivoa.net/xml/VOResource/v1.0",
                "xmlns:vs",
                "http://www.ivoa.net/xml/VODataService/v1.1",
                "xmlns:sia",
                "http://www.ivoa.net/xml/SIA/v1.1",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        write(xml, door, base);
        return xml.close().toString();
    }

    /** The elements alone; their prefixes are declared around them. */
    void write(Xml xml, Door door, String base) {
        switch (door.kind()) {
            case SIA1 -> sia1(xml, door, base);
            case SIA2 -> sia2(xml, door, base);
            case DATALINK -> dataLink(xml, door, base);
            case WHOLE -> {
                sia2(xml, Door.SIA2, base);
                dataLink(xml, Door.DATALINK, base);
                facts.collections().keySet().forEach(name -> sia1(xml, Door.sia1(name), base));
            }
        }
        support(xml, door, base);
    }

    private void support(Xml xml, Door door, String base) {
        String address = base + door.path() + "/";
        support(xml, VOSI + "capabilities", "1.0", address + "capabilities");
        support(xml, VOSI + "availability", "1.0", address + "availability");
        if (door.hasTables()) {
            support(xml, VOSI + "tables-1.1", "1.1", address + "tables");
        }
        if (door.hasExamples()) {
            xml.open("capability", "standardID", EXAMPLES);
            xml.open("interface", "xsi:type", "vr:WebBrowser");
            xml.element("accessURL", address + "examples", "use", "full");
            xml.close().close();
        }
    }

    private static void support(Xml xml, String standard, String version, String address) {
        xml.open("capability", "standardID", standard);
        xml.open("interface", "xsi:type", "vs:ParamHTTP", "role", "std", "version", version);
        xml.element("accessURL", address, "use", "full");
        xml.close().close();
    }

    private void sia1(Xml xml, Door door, String base) {
        Optional<ExampleImage> image = images.of(door.collection());
        xml.open("capability", "standardID", SIA1, "xsi:type", "sia:SimpleImageAccess");
        xml.element("description", "Images of " + title(door));
        access(
                xml,
                door,
                new Access("1.0", base + door.path() + "/query?", "text/xml;content=x-votable"),
                image.map(found -> "POS=" + found.ra() + "," + found.dec() + "&SIZE=" + TEST_SIZE));
        xml.element("imageServiceType", "Pointed");
        size(xml, "maxQueryRegionSize", "360", "180");
        fieldOfView(door).ifPresent(fov -> size(xml, "maxImageExtent", fov, fov));
        xml.element("maxRecords", Integer.toString(facts.maxRows()));
        image.ifPresent(found -> {
            xml.open("testQuery");
            size(xml, "pos", Double.toString(found.ra()), Double.toString(found.dec()));
            size(xml, "size", TEST_SIZE, TEST_SIZE);
            xml.close();
        });
        xml.close();
    }

    private void sia2(Xml xml, Door door, String base) {
        Optional<String> query = anImage().map(Capabilities::circle);
        xml.open("capability", "standardID", SIA2, "xsi:type", "sia:SimpleImageAccess");
        xml.element("description", "Images of all collections of " + facts.title());
        access(xml, door, new Access("2.0", base + door.path() + "/query", "application/x-votable+xml"), query);
        xml.element("imageServiceType", "Pointed");
        xml.element("maxRecords", Integer.toString(facts.maxRows()));
        query.ifPresent(
                extras -> xml.open("testQuery").element("extras", extras).close());
        xml.close();
    }

    private void dataLink(Xml xml, Door door, String base) {
        xml.open("capability", "standardID", DataLink.STANDARD_ID);
        xml.element("description", "Files of each image, each from the source that is asked for");
        access(
                xml,
                door,
                new Access("1.1", base + door.path(), DataLink.MEDIA_TYPE),
                anImage().map(ExampleImage::did).filter(did -> !did.isEmpty()).map(did -> "ID=" + encoded(did)));
        xml.close();
    }

    private record Access(String version, String address, String type) {}

    private void access(Xml xml, Door door, Access access, Optional<String> testQuery) {
        xml.open("interface", "xsi:type", "vs:ParamHTTP", "role", "std", "version", access.version());
        xml.element("accessURL", access.address(), "use", "base");
        // VOResource 1.1's element for it. VODataService's own, testQuery, says the same, and pyvo warns its user of
        // it.
        testQuery.ifPresent(query -> xml.element("testQueryString", query));
        // POST is understood too, as DALI wants; but pyvo warns its user of an interface that has two of these.
        xml.element("queryType", "GET");
        xml.element("resultType", access.type());
        if (tellsInputs) {
            Inputs.write(xml, door.kind());
        }
        xml.close();
    }

    private static void size(Xml xml, String name, String lon, String lat) {
        xml.open(name).element("long", lon).element("lat", lat).close();
    }

    /** An image of the first collection that has any. */
    Optional<ExampleImage> anImage() {
        return facts.collections().keySet().stream()
                .flatMap(name -> images.of(name).stream())
                .findFirst();
    }

    static String circle(ExampleImage image) {
        return "POS=" + encoded("CIRCLE " + image.ra() + " " + image.dec() + " " + TEST_SIZE);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Degrees; empty where nobody knows. */
    private Optional<String> fieldOfView(Door door) {
        return images.table(door.collection())
                .map(table -> table.statistics().extents().get(Extent.FOV))
                .map(Interval::high)
                .filter(fov -> Double.isFinite(fov) && fov > 0)
                .map(String::valueOf);
    }

    private String title(Door door) {
        ServiceFacts.Described described = facts.collections().get(door.collection());
        return described == null ? door.collection() : described.title();
    }
}
