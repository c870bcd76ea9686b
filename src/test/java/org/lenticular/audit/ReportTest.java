package org.lenticular.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.load.Progress;
import org.lenticular.location.Probe;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.ByteArrayDataSource;

/** Findings with names that hold anything, read back with somebody else's readers. */
class ReportTest {
    private static final List<String> HOSTILE = List.of(
            "a,b.fits",
            "say \"so\".fits",
            "two\r\nlines.fits",
            "=1+1",
            "\u001b[31mred\u202e.fits",
            "𝔐31 é;\t'x'\\.fits");

    private final Path folder;

    ReportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private interface Form {
        Report to(StringWriter out) throws IOException;
    }

    private String told(Form form) throws IOException, InterruptedException {
        SqliteStore store = new SqliteStore(folder, Duration.ofMinutes(1), 4);
        try (CatalogueWriter writer = store.write("stars")) {
            for (String path : HOSTILE) {
                writer.product(path, Product.at(path, Map.of()));
            }
            writer.product("silent", Product.at("silent", Map.of()));
            writer.product("nobody's", Product.at("nobody's", Map.of("main", Held.NOT)));
            writer.publish(List.of(), Set.of("main"), "");
        }
        TestPlace main = new TestPlace("main").says("silent", Probe.unknown("a \"reason\"\n"));
        StringWriter out = new StringWriter();
        try (Catalogue catalogue = store.open();
                Audit audit = Audit.open(
                        catalogue, "stars", List.of(main.place()), folder.resolve("stars"), Extent.all(false));
                Report report = form.to(out)) {
            audit.run(2, Progress.none());
            Report.tell(audit, report);
        }
        return out.toString();
    }

    @Test
    void csvIsReadBackAsItWas() throws Exception {
        byte[] csv = told(CsvReport::new).getBytes(StandardCharsets.UTF_8);
        StarTable table = new StarTableFactory(true).makeStarTable(new ByteArrayDataSource("audit.csv", csv), "csv");
        assertThat(table.getColumnInfo(3).getName()).isEqualTo("path");
        List<Object> paths = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            paths.add(table.getCell(row, 3));
        }
        assertThat(paths)
                .hasSize(8)
                .contains("nobody's")
                .containsAll(HOSTILE.stream()
                        .map(each -> each.replace("\r\n", "\n"))
                        .toList()
                        .subList(0, 2));
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains(
                        "stars,,nobody's,nobody's,#this,no copy,,,,",
                        "\"two\r\nlines.fits\"",
                        "\"say \"\"so\"\".fits\"",
                        "\"a,b.fits\"");
    }

    @Test
    void jsonIsReadBackAsItWas() throws Exception {
        String json = told(JsonReport::new);
        List<String> paths = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        try (JsonParser parser =
                new JsonFactory().createParser(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    fields.add(parser.currentName());
                }
                if (token == JsonToken.VALUE_STRING && parser.currentName().equals("path")) {
                    paths.add(parser.getText());
                }
            }
        }
        assertThat(paths).containsAll(HOSTILE).contains("nobody's").hasSize(8);
        assertThat(fields)
                .containsSubsequence(
                        "findings", "path", "collections", "stars", "complete", "sources", "main", "missing");
        assertThat(json).contains("\"missing\":6", "\"no_copy\":7").contains("\"reasons\":{\"a \\\"reason\\\"\\n\":1}");
    }

    @Test
    void theTableForPeopleHasALineForEachAndNothingThatMovesTheirCursor() throws Exception {
        String table = told(out -> new TableReport(new PrintWriter(out)));
        assertThat(table.lines().filter(line -> line.startsWith("missing "))).hasSize(6);
        assertThat(table).doesNotContain("\u001b").doesNotContain("\u202e").contains("\\u001B[31mred");
        assertThat(table)
                .contains(
                        "stars: 8 products",
                        "no copy     stars  nobody's",
                        "  of 7 products there is no copy anywhere",
                        "  main: 6 missing, 1 cannot say",
                        "cannot say, 1 times: a \"reason\"");
    }
}
