package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
                public java.util.Set<String> schemes() { return java.util.Set.of("gopher"); }
                public LocationResolver open(Map<String, String> settings) {
                    return new LocationResolver() {
                        public Location locate(String at) { return new Location("gopher://" + settings.get("host") + "/" + at); }
                        public Optional<Address> web(Location location) { return Optional.empty(); }
                        public Optional<CloudAccess> cloudAccess(Location location) { return Optional.empty(); }
                    };
                }
            }
            """;

    @Test
    void thoseThatAreShipped() {
        assertThat(ServiceLoader.load(LocationResolver.Kind.class))
                .extracting(LocationResolver.Kind::name)
                .containsExactlyInAnyOrder("file", "gs", "http", "s3");
    }

    @Test
    void andThatOfAnOperatorsJar(@TempDir Path folder) throws Exception {
        Path jar = jar(folder, GOPHER, "Gopher");
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

    @Test
    void aJarThatBringsAnotherHttpIsRefusedByBothNames(@TempDir Path folder) throws Exception {
        Path jar = jar(folder, GOPHER.replace("\"gopher\"", "\"http\""), "Gopher");
        assertThat(problem(jar))
                .startsWith("two kinds of place are called 'http': ")
                .contains("org.lenticular.location.http.HttpPlace$Kind", "Gopher");
    }

    @Test
    void aJarWithABrokenServiceEntryIsToldAndNotThrownAtTheOperator(@TempDir Path folder) throws Exception {
        assertThat(problem(jar(folder, GOPHER, "Gofer"))).contains("Gofer", "take out the jar");
    }

    @Test
    void aJarThatWasMadeForAnotherVersionIsToldToo(@TempDir Path folder) throws Exception {
        String failing = GOPHER.replace("return \"gopher\";", "throw new NoSuchMethodError(\"gone\");");
        assertThat(problem(jar(folder, failing, "Gopher"))).contains("gone", "take out the jar");
    }

    private static String problem(Path jar) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, KindsTest.class.getClassLoader())) {
            return String.valueOf(catchThrowableOfType(KindProblem.class, () -> Kinds.found(loader))
                    .getMessage());
        }
    }

    private static Path jar(Path folder, String code, String service) throws IOException {
        Path source = Files.writeString(folder.resolve("Gopher.java"), code);
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
            out.write((service + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return jar;
    }
}
