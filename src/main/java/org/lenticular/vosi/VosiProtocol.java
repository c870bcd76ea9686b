package org.lenticular.vosi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;

/**
 * What the service says of itself: {@code capabilities}, {@code availability}, {@code tables} and {@code examples} beside each of its protocols, and of
 * the whole (VOSI 1.1; DALI 1.1 §2). A request's path is the whole one, such as {@code /vo/sia2/capabilities}.
 */
public final class VosiProtocol implements Protocol {
    private static final String XML = "text/xml;charset=UTF-8";

    /** One of the documents that stand beside a door. */
    private record Page(Door door, String document) {}

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final AvailabilityProtocol availability;
    private final Capabilities capabilities;
    private final Tables tables;
    private final Examples examples;

    /** @param now whether the service can be used, asked for each request */
    public VosiProtocol(ServiceFacts facts, Supplier<Availability> now) {
        ExampleImages images = new ExampleImages(facts.catalogue());
        availability = new AvailabilityProtocol(now);
        capabilities = new Capabilities(facts, images, false);
        tables = new Tables(facts);
        examples = new Examples(facts, images);
        for (Door door : Door.all(facts.collections().keySet())) {
            add(door, "capabilities");
            add(door, "availability");
            if (door.hasTables()) {
                add(door, "tables");
            }
            if (door.hasExamples()) {
                add(door, "examples");
            }
        }
    }

    private void add(Door door, String document) {
        pages.put(door.path() + "/" + document, new Page(door, document));
    }

    /** The addresses of all documents. Behind those of {@code tables}, a slash and a table's name may follow (VOSI 1.1 §2.4). */
    public Set<String> addresses() {
        return pages.keySet();
    }

    @Override
    public Answer answer(Request request) {
        Page page = pages.get(request.path());
        if (page == null) {
            return table(request);
        }
        return switch (page.document()) {
            case "capabilities" -> xml(capabilities.document(page.door(), request.base()));
            case "availability" -> availability.answer(request);
            case "tables" -> xml(tables.document(page.door(), isDetailed(request)));
            default -> document("application/xhtml+xml;charset=UTF-8", examples.page(page.door(), request.base()));
        };
    }

    /** VOSI 1.1 §2.4.1; columns are told unless a client wants less. */
    private static boolean isDetailed(Request request) {
        String detail = request.parameters().given("detail").orElse("max");
        return switch (detail.strip().toLowerCase(Locale.ROOT)) {
            case "max" -> true;
            case "min" -> false;
            default -> throw FaultException.usage("detail", detail, "is neither min nor max");
        };
    }

    private Answer table(Request request) {
        int slash = request.path().lastIndexOf('/');
        Page page = slash < 0 ? null : pages.get(request.path().substring(0, slash));
        String name = request.path().substring(slash + 1);
        Optional<String> table = page == null || !page.document().equals("tables")
                ? Optional.empty()
                : tables.document(page.door(), name);
        return xml(table.orElseThrow(() ->
                FaultException.notFound("there is no such table here; tables, without a name behind it, lists them")));
    }

    private static Answer xml(String document) {
        return document(XML, document);
    }

    private static Answer document(String type, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return new Answer(200, type, Map.of("Cache-Control", "no-cache"), out -> out.write(bytes));
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        return Answer.text(fault.status(), fault.text());
    }
}
