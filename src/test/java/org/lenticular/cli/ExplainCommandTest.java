package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.load.LoadException;
import org.lenticular.load.Progress;
import picocli.CommandLine;

/** An operator asks which copy is handed out for an identifier, and sees each step. */
class ExplainCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void load() throws IOException, ConfigException, LoadException {
        Files.writeString(
                folder.resolve("a.csv"), "id,ra,dec,file,s3\none,1,2,1.fits,other/one.fits\ntwo,3,4,2.fits,\n");
        Files.writeString(folder.resolve("b.csv"), "id,ra,dec,file\none,1,2,b1.fits\n");
        config = Files.writeString(folder.resolve("l.yaml"), """
                sources:
                  main: { kind: http, base: "https://a.example/" }
                  aws: { kind: s3, region: us-east-1, bucket: pail, access: open }
                  gc: {}
                collections:
                  a:
                    table: a.csv
                    datasets: { id: "{id}", products: [ { path: "{file}", content_length: "12345" } ] }
                    columns: { s_ra: "{ra}", s_dec: "{dec}" }
                    sources: { main: {}, aws: { path: "{s3}" }, gc: {} }
                  b:
                    table: b.csv
                    datasets: { id: "{id}", products: [ { path: "{file}" } ] }
                    columns: { s_ra: "{ra}", s_dec: "{dec}" }
                    sources: { main: { base: "https://b.example/" } }
                """);
        Config read = Lenticular.read(config);
        Lenticular.loader(read, Progress.none()).load(read, List.of());
    }

    private CommandLine line(StringWriter out) {
        return new CommandLine(new ExplainCommand()).setOut(new PrintWriter(out));
    }

    private String explained(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = new String[arguments.length + 2];
        all[0] = "--config";
        all[1] = config.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        assertThat(line(out).execute(all)).isZero();
        return out.toString();
    }

    private String failure(String... arguments) {
        ExplainCommand command = new ExplainCommand();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(new StringWriter()));
        line.parseArgs(arguments);
        return String.valueOf(catchThrowableOfType(Failure.class, command::call).getMessage());
    }

    @Test
    void eachCollectionThatKnowsTheIdentifierIsExplained() {
        assertThat(explained("one"))
                .contains("one in a (", "one in b (")
                .contains("handed out: https://a.example/1.fits", "handed out: https://b.example/b1.fits")
                .contains("length: 12,345 bytes");
        assertThat(explained("one", "--collection", "b")).contains("one in b (").doesNotContain("one in a (");
    }

    @Test
    void eachSourceIsAStepInTheOrderTried() {
        assertThat(explained("one", "--collection", "a", "--source", "gc", "--source", "aws"))
                .containsSubsequence(
                        "step 1: gc, which was asked for",
                        "holds it: no: it is a name without a place",
                        "so: passed over: no copy",
                        "step 2: aws, which was asked for",
                        "holds it: yes, as listed, by its own name there: other/one.fits",
                        "location: s3://pail/other/one.fits",
                        "so: handed out",
                        "step 3: main",
                        "holds it: yes, by its rule (holds)",
                        "so: not needed",
                        "handed out: s3://pail/other/one.fits",
                        "source: aws",
                        "source_note: no copy at gc; this one is at aws",
                        "/data leads to: https://pail.s3",
                        "cloud_access: {\"aws\"");
    }

    @Test
    void addressesOfTheServiceItselfBeginWhereItIsServed() {
        assertThat(explained("one", "--collection", "a", "--source", "aws"))
                .contains(
                        "addresses that begin with /data are this service's own: service.base_url is not set",
                        "by http(s): /data/a/1.fits?source=aws");
    }

    @Test
    void theNameOfAFileWillDoToo() {
        assertThat(explained("2.fits")).contains("2.fits in a (", "handed out: https://a.example/2.fits");
    }

    @Test
    void whatNobodyKnowsIsTold() {
        String file = config.toString();
        assertThat(failure("--config", file, "three"))
                .isEqualTo("lenticular: ID: 'three' is neither a dataset nor a product's path in a, b;"
                        + " identifiers are compared character by character");
        assertThat(failure("--config", file, "one", "--source", "azure"))
                .isEqualTo("lenticular: source: 'azure' is no source here; use one of: main, aws, gc, or all");
        assertThat(failure("--config", file, "one", "--collection", "c"))
                .contains("--collection: 'c' is no collection");
    }

    @Test
    void aCollectionThatIsNotLoadedIsTold() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yaml"), Files.readString(config) + "\ncatalogue: { folder: elsewhere }\n");
        assertThat(failure("--config", other.toString(), "one")).contains("the collection a is not loaded");
    }
}
