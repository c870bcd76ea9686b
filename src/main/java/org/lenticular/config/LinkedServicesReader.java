package org.lenticular.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenticular.archive.Template;
import org.lenticular.table.Param;

/** Reads a collection's {@code services}. */
final class LinkedServicesReader {
    private static final String SODA = "ivo://ivoa.net/std/soda";

    private LinkedServicesReader() {}

    static List<LinkedService> read(Value value) {
        List<LinkedService> services = new ArrayList<>();
        value.section()
                .ifPresent(all -> all.values().forEach((name, each) -> {
                    checkName(name, each);
                    each.section(Keys.LINKED_SERVICE)
                            .flatMap(section -> service(name, section))
                            .ifPresent(services::add);
                }));
        return services;
    }

    private static void checkName(String name, Value value) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.-]{0,99}")) {
            String remedy = "letters, digits, _ - and . can; begin with a letter: it becomes an XML ID";
            value.problems().add(new Problem(value.line(), value.key(), "", "cannot be the name of a service", remedy));
        }
    }

    private static Optional<LinkedService> service(String name, Section section) {
        Optional<String> access = section.required("access_url", "write the address that parameters are added to")
                .flatMap(LinkedServicesReader::address);
        Optional<String> standard = section.value("standard_id").flatMap(LinkedServicesReader::standard);
        boolean cutsOut = standard.filter(id -> id.regionMatches(true, 0, SODA, 0, SODA.length()))
                .isPresent();
        Optional<Template> id = section.value("id").flatMap(Value::template);
        List<Param> inputs =
                section.value("parameters").map(ServiceParamsReader::read).orElse(List.of());
        Optional<String> semantics = section.value("semantics").flatMap(DatasetsReader::semantics);
        Optional<String> contentType = section.value("content_type").flatMap(LinkedServicesReader::mediaType);
        return access.map(address -> new LinkedService(
                name,
                section.text("title").orElse(name),
                section.text("description"),
                semantics.orElse(cutsOut ? "#cutout" : "#proc"),
                standard,
                address,
                contentType,
                section.value("link_auth").flatMap(Value::linkAuth),
                id,
                inputs,
                section.value("example_url").flatMap(LinkedServicesReader::address)));
    }

    /** Of the web; it may have a query. It is told to clients, and never asked by us. */
    private static Optional<String> address(Value value) {
        return WebAddress.read(value, "write one such as https://archive.example.org/soda/sync")
                .filter(uri -> {
                    boolean good = uri.getRawFragment() == null;
                    if (!good) {
                        value.problem("has a fragment, which no server gets to see", "end it before the #");
                    }
                    return good;
                })
                .map(URI::toString);
    }

    private static Optional<String> standard(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !text.get().matches("(?i:ivo)://[^\\s/#?]+[^\\s#?]*(#[^\\s#]+)?")) {
            value.problem("is no IVOID", "write one such as ivo://ivoa.net/std/SODA#sync-1.0");
        }
        return text;
    }

    private static Optional<String> mediaType(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !DatasetsReader.isMediaType(text.get())) {
            value.problem("is no media type", "write type/subtype");
        }
        return text;
    }
}
