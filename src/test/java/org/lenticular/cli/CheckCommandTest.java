package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An operator mends all mistakes in one go: those in the YAML and those that show in the tables are told together, and none that only follows. */
class CheckCommandTest {
    private static final String SOURCES = """
            limits: { max_rows: many }
            sources: { web: { kind: http, base: "https://a.example/" } }
            collections:
            """;

    private final Path folder;

    CheckCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("t.csv"), "raj2000,dej2000,file\n1,2,a.fits\n");
    }

    private List<String> check(String collections) throws IOException {
        Path file = Files.writeString(folder.resolve("l.yaml"), SOURCES + collections.indent(2));
        CheckCommand command = new CheckCommand();
        new CommandLine(command).parseArgs("--config", file.toString());
        Failure failure = catchThrowableOfType(Failure.class, command::call);
        List<String> lines = String.valueOf(failure.getMessage()).lines().toList();
        return lines.subList(0, lines.size() - 1);
    }

    @Test
    void mistakesInTheTablesAreToldBesidesThoseOfTheFile() throws IOException {
        assertThat(check("""
                        a:
                          table: t.csv
                          titel: Mine
                        b:
                          table: t.csv
                          datasets: { id: "{obs}", products: [ { path: "{fil}", content_type: fits } ] }
                          columns: { s_ra: "{raj2000}", s_dec: "{dej}", s_fow: 1 deg }
                        """))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("l.yaml:1: limits.max_rows: 'many'"),
                        line -> assertThat(line).startsWith("l.yaml:6: collections.a.titel: "),
                        line -> assertThat(line)
                                .startsWith("l.yaml:9: collections.b.datasets.products[0].content_type: 'fits'"),
                        line -> assertThat(line).startsWith("l.yaml:10: collections.b.columns.s_fow: "),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "l.yaml: collections.b.columns.s_dec: '{dej}' names the column 'dej', which the table has not;"
                                                + " its columns: raj2000, dej2000, file"),
                        line -> assertThat(line)
                                .startsWith("l.yaml: collections.b.datasets.id: '{obs}' names the column 'obs'"),
                        line -> assertThat(line)
                                .startsWith("l.yaml: collections.b.datasets.products[0].path: '{fil}' names"));
    }

    private String said(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("l.yaml"), text);
        CheckCommand command = new CheckCommand();
        CommandLine line = new CommandLine(command);
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.parseArgs("--config", file.toString());
        assertThat(command.call()).isZero();
        line.getOut().flush();
        return out.toString();
    }

    @Test
    void whatWouldBeMissedIsAWarningAndNoMistake() throws Exception {
        String smallest = """
                sources: { main: { kind: http, base: "https://x.org/" } }
                collections:
                  a:
                    table: t.csv
                    datasets: { products: [ { path: "{file}" } ] }
                    columns: { s_ra: "{raj2000}", s_dec: "{dej2000}"MORE }
                """;
        assertThat(said(smallest.replace("MORE", "")).lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("l.yaml: no mistakes"),
                        line -> assertThat(line)
                                .startsWith("l.yaml: warning: collections.a.columns.dataproduct_type: ")
                                .contains("DPTYPE finds none")
                                .contains("dataproduct_type: image"),
                        line -> assertThat(line)
                                .startsWith("l.yaml: warning: collections.a.columns.calib_level: ")
                                .contains("CALIB finds none")
                                .contains("calib_level: 2"),
                        line -> assertThat(line)
                                .startsWith("l.yaml: warning: service.authority: ")
                                .contains("ivo://lenticular.invalid")
                                .contains("authority: archive.example.org"));
        assertThat(said("service: { authority: x.org }\n"
                                + smallest.replace("MORE", ", dataproduct_type: image, calib_level: 2"))
                        .lines())
                .singleElement()
                .asString()
                .endsWith("l.yaml: no mistakes");
    }

    @Test
    void aFolderThatIsNotThereIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("l.yaml"), """
                sources:
                  disk: { kind: file, folder: fits }
                collections:
                  a: { table: t.csv, columns: { s_ra: "{raj2000}", s_dec: "{dej2000}", access_url: "{file}" }, sources: { disk: {} } }
                """);
        CheckCommand command = new CheckCommand();
        new CommandLine(command).parseArgs("--config", file.toString());
        Failure failure = catchThrowableOfType(Failure.class, command::call);
        assertThat(String.valueOf(failure.getMessage()).lines())
                .containsExactly(
                        "a: disk: the folder " + folder.resolve("fits") + " is not there; is its disk mounted?",
                        "lenticular: the server starts all the same; links lead to other copies until it is there");
        Files.createDirectory(folder.resolve("fits"));
        assertThatCode(command::call).doesNotThrowAnyException();
    }

    @Test
    void whatOnlyFollowsIsNotTold() throws IOException {
        assertThat(check("""
                        a:
                          table: t.csv
                          datasets: { products: [ { path: "{file" } ] }
                          colums: { s_ra: "{raj2000}", s_dec: "{dej2000}" }
                        b:
                          table: tt.csv
                        """))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("l.yaml:1: limits.max_rows"),
                        line -> assertThat(line).startsWith("l.yaml:6: collections.a.datasets.products[0].path: "),
                        line -> assertThat(line)
                                .startsWith("l.yaml:7: collections.a.colums: ")
                                .contains("columns"),
                        line -> assertThat(line).startsWith("l.yaml:9: collections.b.table: 'tt.csv' does not exist"));
    }
}
