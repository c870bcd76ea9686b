package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Text as a person at a terminal sees it: what stands under a column's rule is in that column. */
class TextTableTest extends FormatContract {
    @Override
    Format format() {
        return new TextTable();
    }

    @Override
    ReadTable read(byte[] document) {
        List<String> lines =
                new String(document, StandardCharsets.UTF_8).lines().toList();
        int rule = 0;
        while (!lines.get(rule).matches("-+(  -+)*")) {
            rule++;
        }
        List<MatchResult> columns =
                Pattern.compile("-+").matcher(lines.get(rule)).results().toList();
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(rule + 1, lines.size() - 2)) {
            rows.add(columns.stream().map(column -> under(column, line)).toList());
        }
        assertThat(lines.get(lines.size() - 2)).isEmpty();
        String last = lines.get(lines.size() - 1);
        assertThat(last).startsWith(rows.size() == 1 ? "1 row." : rows.size() + " rows.");
        String message = last.replaceFirst("^\\d+ rows?\\. ?", "");
        String status = message.isEmpty() ? "" : message.matches("\\w+Fault: .*") ? "ERROR" : "OVERFLOW";
        return new ReadTable(
                columns.stream().map(column -> under(column, lines.get(0))).toList(), rows, status, message);
    }

    private static String under(MatchResult column, String line) {
        int[] characters = line.codePoints().toArray();
        int start = Math.min(column.start(), characters.length);
        return new String(characters, start, Math.min(column.end(), characters.length) - start).strip();
    }

    @Override
    String held(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
                .map(c -> isSeen(c) ? c : 0xFFFD)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static boolean isSeen(int c) {
        return !Pattern.matches("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", Character.toString(c));
    }

    @Override
    boolean saysHowRowsEnd() {
        return true;
    }

    @Test
    @Override
    void aCellMayBeLong() throws IOException {
        String large = "x ".repeat(20_000) + "end";
        List<String> lines = text(
                        new Header(List.of(Column.text("a"), Column.text("b"))),
                        List.of(List.of(large, "1"), List.of("small", "2")))
                .lines()
                .toList();
        assertThat(lines.get(2)).isEqualTo(large + "  1");
        assertThat(lines.get(3)).as("no more blanks than a screen bears").hasSizeLessThan(400);
    }

    @Test
    void numbersStandUnderOneAnother() throws IOException {
        Header header = new Header(List.of(
                Column.text("name"), Column.scalar("ra", Datatype.DOUBLE).withUnit("deg"), Column.text("note")));
        List<List<String>> rows = List.of(List.of("M 31", "10.6847", "near"), List.of("NGC 4151", "182.63573", ""));
        assertThat(text(header, rows)).isEqualTo("""
                name             ra  note
                                deg
                --------  ---------  ----
                M 31        10.6847  near
                NGC 4151  182.63573

                2 rows.
                """);
    }

    @Test
    void nothingCommandsTheTerminal() throws IOException {
        Header header = new Header(List.of(Column.text("\u001B[31mname"), Column.text("b")));
        String text = text(header, List.of(List.of("\u001B]0;title\u0007", "\u202Eabc\u009B31m")));
        assertThat(text.codePoints().filter(c -> c != '\n')).allMatch(TextTableTest::isSeen);
    }

    @Test
    void aLateLongCellMovesItsOwnRowOnlyAndIsWhole() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(List.of(i == 150 ? "long ".repeat(20) + "end" : "a", "b" + i));
        }
        List<String> lines = text(new Header(List.of(Column.text("x"), Column.text("y"))), rows)
                .lines()
                .toList();
        assertThat(lines.get(2 + 149)).isEqualTo("a  b149");
        assertThat(lines.get(2 + 150)).isEqualTo("long ".repeat(20) + "end  b150");
        assertThat(lines.get(2 + 151)).isEqualTo("a  b151");
    }

    private String text(Header header, List<List<String>> rows) throws IOException {
        List<List<@Nullable String>> all = new ArrayList<>();
        rows.forEach(row -> all.add(new ArrayList<>(row)));
        return new String(bytes(table(header, Rows.of(all))), StandardCharsets.UTF_8);
    }

    @Test
    void behindTheRowsStandsWhereTheyGoOnAndWhatWasNotUnderstood() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextTable()
                .write(
                        new TableDocument(
                                "A table",
                                List.of(new Info("publisher", "me"), new Info(Info.WARNING, "BNAD\u001b is not known")),
                                List.of(),
                                new Header(List.of(Column.text("c"))),
                                HtmlPageTest.CUT,
                                List.of()),
                        out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("cursor: a.b\nnext: https://x.org/query?A=1&CURSOR=a.b\nNote: BNAD\uFFFD is not known\n")
                .doesNotContain("me");
    }
}
