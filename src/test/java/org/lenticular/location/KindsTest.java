package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of places are found, those of Lenticular and those that an operator adds as a jar. */
class KindsTest {
    private static final String GOPHER = """
            import java.util.Map;
            import java.util.Optional;
            import org.lenticular.archive.Location;
            import org.lenticular.location.*;

            public final class Gopher implements LocationResolver.Kind {
                public String name() { return "gopher"; }
                public Map<String, String> settings() { return Map.of("host", "where the burrow is"); }
                public LocationResolver open(Map<String, String> settings) {
                    return new LocationResolver() {
                        public Location locate(String at) { return new Location("gopher://" + settings.get("host") + "/" + at); }
                        public Optional<Location> web(Location location) { return Optional.empty(); }
                        public Optional<CloudAccess> cloudAccess(Location location) { return Optional.empty(); }
                    };
                }
            }
            """;

    @Test
    void thoseThatAreShipped() {
        assertThat(ServiceLoader.load(LocationResolver.Kind.class))
                .extracting(LocationResolver.Kind::name)
                .containsExactlyInAnyOrder("http", "s3");
    }

    @Test
    void andThatOfAnOperatorsJar(@TempDir Path folder) throws Exception {
        Path jar = jar(folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, KindsTest.class.getClassLoader())) {
            LocationResolver.Kind kind = ServiceLoader.load(LocationResolver.Kind.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(each -> each.name().equals("gopher"))
                    .findFirst()
                    .orElseThrow();
            LocationResolver place = kind.open(Map.of("host", "burrow.org"));
            assertThat(place.locate("a b").text()).isEqualTo("gopher://burrow.org/a b");
        }
    }

    private static Path jar(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Gopher.java"), GOPHER);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        Path.of("target", "classes").toString(),
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(failed).isZero();
        Path jar = folder.resolve("gopher.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            try (var classes = Files.list(folder)) {
                List<Path> files = classes.filter(file -> file.toString().endsWith(".class"))
                        .toList();
                for (Path file : files) {
                    out.putNextEntry(new JarEntry(file.getFileName().toString()));
                    Files.copy(file, out);
                }
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + LocationResolver.Kind.class.getName()));
            out.write("Gopher\n".getBytes(StandardCharsets.US_ASCII));
        }
        return jar;
    }
}
