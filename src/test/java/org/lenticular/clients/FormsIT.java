package org.lenticular.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The forms that other programs than the VO's read, from the WAR with Parquet's jars in it, put there by the commands that docs/tomcat.md has. */
final class FormsIT {
    private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "forms").toAbsolutePath();
    private static final PythonEnvironment PYTHON =
            new PythonEnvironment("forms", SCRIPTS.resolve("requirements-forms.txt"));
    private static final RunningServer SERVER = start();

    private static RunningServer start() {
        try {
            Files.createDirectories(FOLDER);
            Files.copy(RunningServer.war(), FOLDER.resolve("lenticular.war"), StandardCopyOption.REPLACE_EXISTING);
            Path jars = FOLDER.resolve("parquet-jars");
            Files.deleteIfExists(jars);
            Files.createSymbolicLink(jars, Path.of("target", "parquet-jars").toAbsolutePath());
            String path = "PATH=\"" + Path.of(System.getProperty("java.home"), "bin") + ":$PATH\"\n";
            Command.run(FOLDER, List.of("sh", "-e", "-c", path + commands())).succeeded();
        } catch (IOException e) {
            throw new AssertionError("the jars cannot be put into the WAR", e);
        }
        return RunningServer.run(
                FOLDER, List.of(RunningServer.java(), "-jar", "lenticular.war", "serve", "--port", "0"));
    }

    private static String commands() throws IOException {
        Matcher commands = Pattern.compile("```sh\n([^`]*parquet-jars/\\*\\.jar[^`]*)```")
                .matcher(Files.readString(Path.of("docs/tomcat.md")));
        if (!commands.find()) {
            throw new AssertionError("docs/tomcat.md does not say how the jars come into the WAR");
        }
        return commands.group(1);
    }

    private static void walk(String script) {
        Command walk = Command.run(
                SCRIPTS,
                List.of(
                        PYTHON.interpreter().toString(),
                        SCRIPTS.resolve(script).toString(),
                        SERVER.base().toString()));
        if (walk.exitCode() != 0) {
            throw new AssertionError(script + ":\n" + walk.output());
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @DisplayName("Parquet: the VOTable's cells, nulls and metadata, by pyarrow and astropy")
    void parquet() {
        walk("parquet.py");
    }

    @Test
    @DisplayName("GeoJSON: items of STAC, by pystac and shapely")
    void stac() {
        walk("stac.py");
    }
}
