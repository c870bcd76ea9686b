package org.lenticular.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sample of {@code docs/samples/resolver}, made into a jar and put into the archive by the very commands that its README has. Both ways to run the
 * archive then know its kind of place, and hand out its addresses.
 */
class SampleResolverIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SAMPLE = Path.of("docs/samples/resolver");
    private static final Path BASE = TARGET.resolve("sample-resolver");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private static String run(List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(BASE.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", JAVA.toString(), (path, java) -> java + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** What the README says to type. */
    private static String commands() throws IOException {
        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(SAMPLE.resolve("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static void copySample() throws IOException {
        StockTomcat.delete(BASE);
        Files.createDirectories(BASE);
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = BASE.resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(TARGET.resolve("lenticular.war"), BASE.resolve("lenticular.war"));
    }

    @Test
    void aJarBesideTheProgramAddsAKindOfPlace() throws Exception {
        copySample();
        run(List.of("sh", "-e", "-c", commands()));

        String path = "näher/m 31.fits";
        Files.writeString(BASE.resolve("images.csv"), "s_ra,s_dec,s_fov,obs_id,file\n10,20,0.5,one," + path + "\n");
        Path configuration = Files.writeString(BASE.resolve("store.yaml"), """
                sources: { store: { kind: hashed, base: "https://store.example.org/objects/" } }
                collections:
                  mine: { table: images.csv, datasets: { products: [ { path: "{file}" } ] } }
                """);
        String hash =
                UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
        String address = "https://store.example.org/objects/" + hash.substring(0, 2) + "/" + hash;

        run(List.of("java", "-jar", "lenticular.war", "check", "--config", "store.yaml"));
        try (StockTomcat tomcat = StockTomcat.start(
                RedeployIT.tomcats().get(0), BASE.resolve("tomcat"), "-Dlenticular.config=" + configuration)) {
            assertThat(tomcat.deploy("/mine", BASE.resolve("lenticular.war"))).startsWith("OK");
            assertThat(tomcat.get("/mine/vo/datalink/mine?ID=one&source=store").body())
                    .contains("<TD>" + address + "</TD>");
            assertThat(tomcat.get("/mine/vo/sia?POS=10,20&SIZE=1").body()).contains("<TD>" + address + "</TD>");
            assertThat(tomcat.get("/mine/data/mine?path=n%C3%A4her/m%2031.fits")
                            .headers()
                            .firstValue("Location"))
                    .contains(address);
        }
    }

    @Test
    void aMistakeInItsSettingsIsToldAsOneOfOurs() throws Exception {
        copySample();
        run(List.of("sh", "-e", "-c", commands()));
        Files.writeString(BASE.resolve("images.csv"), "s_ra,s_dec,file\n10,20,a.fits\n");
        Files.writeString(BASE.resolve("store.yaml"), """
                sources:
                  store: { kind: hashed, base: nowhere }
                  other: { kind: hashed, base: "https://x.example.org/", bases: 1 }
                collections:
                  mine: { table: images.csv, datasets: { products: [ { path: "{file}" } ] } }
                """);
        assertThat(run(List.of("sh", "-c", "! java -jar lenticular.war check --config store.yaml")))
                .contains("store.yaml:2: sources.store.base: 'nowhere' is no address that ends with a slash")
                .contains("store.yaml:3: sources.other.bases");
    }
}
