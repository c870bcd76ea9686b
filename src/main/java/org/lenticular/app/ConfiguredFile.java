package org.lenticular.app;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Where the configuration is, inside a container: the first of the places that name one. */
final class ConfiguredFile {
    private static final String NAME = "lenticular.config";
    private static final String VARIABLE = "LENTICULAR_CONFIG";

    private ConfiguredFile() {}

    /** The file that the context, JNDI, a system property or the environment names; empty where none does. */
    static Optional<Path> find(ServletContext context) {
        Stream<Supplier<String>> places = Stream.of(
                () -> text(context.getInitParameter(NAME)),
                () -> text(jndi()),
                () -> text(System.getProperty(NAME)),
                () -> text(System.getenv(VARIABLE)));
        return places.map(Supplier::get)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Path::of);
    }

    private static String jndi() {
        try {
            return text(new InitialContext().lookup("java:comp/env/" + NAME));
        } catch (NamingException e) {
            // No such entry, or a container without JNDI: the next place may name one.
            return "";
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
