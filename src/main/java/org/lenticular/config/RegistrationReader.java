package org.lenticular.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what {@code service} says for registries. */
final class RegistrationReader {
    /** IdentifierURI of VOResource 1.1, with a path. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("ivo://[A-Za-z0-9][A-Za-z0-9_.!~*'()+=-]{2,}(/[A-Za-z0-9_.!~*'()+=-]+)+");

    private final Section service;

    private RegistrationReader(Section service) {
        this.service = service;
    }

    static Registration read(Section service) {
        return new RegistrationReader(service).registration();
    }

    private Registration registration() {
        Optional<Section> contact = service.value("contact").flatMap(value -> value.section(Keys.CONTACT));
        return new Registration(
                checked(
                        service.value("identifier"),
                        text -> IDENTIFIER.matcher(text).matches(),
                        "is no IVOA identifier with a path",
                        "write the authority and a path of your choice, such as ivo://org.example/images"),
                service.text("publisher"),
                contact.flatMap(section -> section.text("name")),
                checked(
                        contact.flatMap(section -> section.value("email")),
                        text -> text.matches("[^@\\s]+@[^@\\s]+"),
                        "is no address of mail",
                        "write one such as help@example.org"),
                service.text("description"),
                texts("subjects"),
                texts("creators"),
                service.value("created").flatMap(RegistrationReader::day),
                service.text("version"),
                checked(
                        service.value("reference_url"),
                        RegistrationReader::isOfTheWeb,
                        "is no address of a page",
                        "write one that begins with https:// or http://"));
    }

    private List<String> texts(String key) {
        return service.value(key).map(Value::items).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .toList();
    }

    private static Optional<String> checked(
            Optional<Value> value, Predicate<String> right, String reason, String remedy) {
        Optional<String> text = value.flatMap(Value::text);
        if (text.isPresent() && !right.test(text.get())) {
            value.get().problem(reason, remedy);
            return Optional.empty();
        }
        return text;
    }

    private static boolean isOfTheWeb(String text) {
        try {
            URI uri = URI.create(text);
            return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).matches("https?") && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<LocalDate> day(Value value) {
        Optional<String> text = value.text();
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            value.problem("is no day", "write year, month and day, such as 2026-11-24");
            return Optional.empty();
        }
    }
}
