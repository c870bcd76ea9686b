package org.lenticular.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code service}: what the whole service is called, and where it is. */
final class ServiceReader {
    private static final String DEFAULT_TITLE = "Lenticular";

    private ServiceReader() {}

    static Config.Service read(Section root) {
        Optional<Section> service = root.value("service").flatMap(value -> value.section(Keys.SERVICE));
        String title = service.flatMap(section -> section.text("title")).orElse(DEFAULT_TITLE);
        Optional<String> baseUrl =
                service.flatMap(section -> section.value("base_url")).flatMap(ServiceReader::baseUrl);
        List<String> proxies = service.flatMap(section -> section.value("trusted_proxies"))
                .map(ServiceReader::proxies)
                .orElse(List.of());
        Registration registration = service.map(RegistrationReader::read).orElse(Registration.NONE);
        String authority = service.flatMap(section -> section.value("authority"))
                .flatMap(ServiceReader::authority)
                .or(() -> registration.identifier().map(identifier -> identifier.split("/")[2]))
                .orElse(Config.Service.NO_AUTHORITY);
        return new Config.Service(
                title,
                baseUrl,
                authority,
                proxies,
                service.flatMap(section -> section.value("cors"))
                        .map(ServiceReader::origins)
                        .orElse(List.of(Config.Service.ANY_ORIGIN)),
                service.flatMap(section -> section.value("compression"))
                        .map(ServiceReader::gzip)
                        .orElse(true),
                registration);
    }

    /** As IVOA Identifiers 2.0 §2.3.1 has it, without what would have to be escaped. */
    private static Optional<String> authority(Value value) {
        Optional<String> text = value.text();
        boolean fits = text.isEmpty() || text.get().matches("[A-Za-z0-9][A-Za-z0-9._~-]{2,}");
        if (!fits) {
            value.problem(
                    "is no authority of IVOA identifiers",
                    "write what stands behind ivo:// in yours, such as archive.example.org: three characters at least, of letters, digits, . _ ~ -");
        }
        return fits ? text : Optional.empty();
    }

    private static Optional<String> baseUrl(Value value) {
        return WebAddress.read(
                        value, "write the address that clients use, such as https://archive.example.org/lenticular")
                .filter(uri -> endsBeforeQuery(uri, value))
                .map(uri -> uri.toString().replaceAll("/+$", ""));
    }

    private static boolean endsBeforeQuery(URI uri, Value value) {
        boolean good = uri.getRawQuery() == null && uri.getRawFragment() == null;
        if (!good) {
            value.problem("has a query or a fragment", "end it before the " + (uri.getRawQuery() != null ? "?" : "#"));
        }
        return good;
    }

    private static List<String> proxies(Value value) {
        List<String> proxies = new ArrayList<>();
        for (Value item : value.items()) {
            Optional<String> text = item.text();
            if (text.isPresent() && AddressBlock.parse(text.get()).isEmpty()) {
                item.problem(
                        "is neither an address nor a block of them",
                        "write 10.1.2.3, 10.0.0.0/8, ::1 or 2001:db8::/32; names are not looked up");
            }
            text.ifPresent(proxies::add);
        }
        return proxies;
    }

    /** Origins as browsers send them (RFC 6454 §6.2), in lower case; one word for none, and one for all. */
    private static List<String> origins(Value value) {
        List<Value> items = value.items();
        List<String> texts = items.stream()
                .flatMap(item -> item.text().stream())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        if (texts.equals(List.of("none"))) {
            return List.of();
        }
        if (texts.equals(List.of(Config.Service.ANY_ORIGIN))) {
            return texts;
        }
        for (Value item : items) {
            Optional<String> text = item.text();
            if (text.isPresent()
                    && !text.get().matches("(?i)https?://[a-z0-9.-]+(:[0-9]+)?|https?://\\[[0-9a-f:]+\\](:[0-9]+)?")) {
                item.problem(
                        "is no origin",
                        "list origins such as https://portal.example.org, without a path or a slash at the end; or write \"*\" for all, none for none");
            }
        }
        return texts;
    }

    private static boolean gzip(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !text.get().matches("gzip|none")) {
            value.problem("is no way to compress answers", "write gzip or none");
        }
        return !text.equals(Optional.of("none"));
    }
}
