package org.lenticular.clients;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lenticular.table.Column;
import org.lenticular.table.CsvTable;
import org.lenticular.table.Datatype;
import org.lenticular.table.Format;
import org.lenticular.table.Header;
import org.lenticular.table.JsonTable;
import org.lenticular.table.Rows;
import org.lenticular.table.TableDocument;
import org.lenticular.table.TsvTable;
import org.lenticular.table.VotableBinary2;
import org.lenticular.table.VotableTabledata;

/** astropy, Python's csv and its json find the same in each form of a table in which no cell is harmless. */
final class HostileCellsIT {
    private static final Map<String, Format> FORMATS = Map.of(
            "tabledata.xml", new VotableTabledata(),
            "binary2.xml", new VotableBinary2(),
            "table.csv", new CsvTable(),
            "table.tsv", new TsvTable(),
            "table.json", new JsonTable());

    private static final Header HEADER = new Header(List.of(
            Column.text("ascii"),
            Column.text("beyond"),
            Column.text("words").withType(Datatype.UNICODE_CHAR, "*"),
            Column.scalar("truth", Datatype.BOOLEAN),
            Column.scalar("small", Datatype.SHORT),
            Column.scalar("count", Datatype.INT),
            Column.scalar("large", Datatype.LONG),
            Column.scalar("ratio", Datatype.FLOAT),
            Column.scalar("ra", Datatype.DOUBLE).withUnit("deg"),
            Column.text("axes").withType(Datatype.INT, "*"),
            Column.text("centre").withType(Datatype.DOUBLE, "2"),
            Column.text("behind")));

    private static final List<String> TEXTS = List.of(
            "a<b>&amp;\"'",
            "</TD></TR></TABLEDATA>]]>",
            "a,b;c|d",
            "\"",
            "\"begun",
            "5\" disk, 6\" lens",
            "a\tb",
            "a\nb",
            "a\r\nb",
            "=1+2",
            "\\n\\u0041",
            "{\"aws\": {\"key\": \"a\\\\b\"}}",
            "null",
            // astropy strips blanks at the beginning of TABLEDATA's cells, and of CSV's.
            "#comment  and  blanks");

    private static final List<List<String>> VALUES = List.of(
            List.of("true", "-7", "42", "9007199254740993", "1.5", "10.25", "1 -2 3", "1.5 -2.5"),
            List.of("false", "0", "-1", "-9223372036854775808", "-0.125", "0.1234567890123456", "7", "0.0 1.0E-7"),
            List.of("true", "32767", "2147483647", "9223372036854775807", "+Inf", "-Inf", "0", "-Inf +Inf"),
            List.of("false", "1", "2", "3", "NaN", "NaN", "1 2", "NaN 1.0"),
            List.of("", "", "", "", "", "", "", ""));

    @ParameterizedTest
    @EnumSource(Pyvo.class)
    void areTheSameInEveryForm(Pyvo pyvo, @TempDir Path folder) throws IOException {
        for (Map.Entry<String, Format> each : FORMATS.entrySet()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(each.getKey()))) {
                each.getValue()
                        .write(
                                new TableDocument("Hostile", List.of(), List.of(), HEADER, Rows.of(rows()), List.of()),
                                out);
            }
        }
        pyvo.walk("hostile.py", folder);
    }

    private static List<List<@Nullable String>> rows() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = TEXTS.get(i % TEXTS.size());
            List<@Nullable String> row = new ArrayList<>(Arrays.asList(text, text + " é日本𝔐", "𝔐é" + text));
            if (i % 7 == 6) {
                row = new ArrayList<>(Arrays.asList(null, "", null));
            }
            row.addAll(VALUES.get(i % VALUES.size()));
            row.add("end " + i);
            rows.add(row);
        }
        return rows;
    }
}
