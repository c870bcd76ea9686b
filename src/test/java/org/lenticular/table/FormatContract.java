package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/**
 * What holds of every form: whatever is in a cell is read back by somebody else's reader, kept or made for the answer; nothing in a cell becomes a
 * cell, a row or markup of its own; and an answer that is not whole does not look as if it were.
 */
abstract class FormatContract {
    private static final Header TEXTS = new Header(List.of(
            Column.text("made").withType(Datatype.UNICODE_CHAR, "*"),
            Column.scalar("number", Datatype.INT),
            Column.text("kept").withType(Datatype.UNICODE_CHAR, "*")));

    /** One of each type that there is. */
    private static final Header TYPES = new Header(List.of(
            Column.text("text"),
            Column.scalar("truth", Datatype.BOOLEAN),
            Column.scalar("small", Datatype.SHORT),
            Column.scalar("count", Datatype.INT),
            Column.scalar("large", Datatype.LONG),
            Column.scalar("ratio", Datatype.FLOAT).withUnit("1"),
            Column.scalar("ra", Datatype.DOUBLE).withUnit("deg").withDescription("Right \"ascension\", <ICRS>"),
            Column.text("axes").withType(Datatype.INT, "*"),
            Column.text("centre").withType(Datatype.DOUBLE, "2"),
            Column.text("flags").withType(Datatype.BOOLEAN, "*")));

    /** The form, which remembers nothing. */
    abstract Format format();

    /** The document as a real reader of this form understands it. */
    abstract ReadTable read(byte[] document) throws Exception;

    /** What becomes of a text in this form. */
    abstract String held(String text);

    /** What becomes of a cell of a number or of several, where it is not what it was. */
    String heldValue(String value) {
        return value;
    }

    /** What an empty cell is in this form. */
    String none(Column column) {
        return "";
    }

    /** Whether the form says, behind the rows, how they ended. */
    abstract boolean saysHowRowsEnd();

    static Stream<String> hostile() {
        return Stream.of(
                "a<b>&amp;\"'",
                "</TD></TR></TABLEDATA>",
                "]]>",
                "<script>alert(1)</script>",
                "a,b;c|d",
                "\"",
                "\"quoted\"",
                "\"begun",
                "5\" disk, 6\" lens",
                "a\tb",
                "a\nb",
                "a\r\nb",
                "a\rb",
                "=1+2",
                "@SUM(A1)",
                "+1 x",
                "-",
                "\\",
                "\\n\\u0041",
                "{\"aws\": {\"key\": \"a\\\\b\"}}",
                "[1]",
                "null",
                "NaN x",
                "#comment",
                " blanks ",
                "\u0001\u001F x",
                "\u001B[31mred",
                "x\u007F\u0085\u202Ey",
                "é 日本 𝔐 x",
                "\uFFFE\uFFFF x",
                "''''",
                "a\\\"b",
                "x".repeat(250));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aTextIsReadBackKeptOrMade(String text) throws Exception {
        ReadTable read = read(bytes(texts(List.of("before", text, "behind"))));
        assertThat(read.rows())
                .containsExactly(
                        List.of(held("before"), "0", held("before")),
                        List.of(held(text), "1", held(text)),
                        List.of(held("behind"), "2", held("behind")));
    }

    @Test
    void anyTextIsReadBack() throws Exception {
        for (int seed = 0; seed < 100; seed++) {
            String text = text(new Random(seed));
            ReadTable read = read(bytes(texts(List.of("before", text))));
            assertThat(read.rows()).as("seed %s", seed).hasSize(2);
            assertThat(read.rows().get(1)).as("seed %s", seed).containsExactly(held(text), "1", held(text));
        }
    }

    @Test
    void valuesOfEachTypeAreReadBack() throws Exception {
        List<List<String>> rows = List.of(
                List.of(
                        "a",
                        "true",
                        "-7",
                        "42",
                        "9007199254740993",
                        "1.5",
                        "10.25",
                        "1 -2 3",
                        "1.5 -2.5",
                        "true false"),
                List.of(
                        "b",
                        "false",
                        "0",
                        "-1",
                        "-9223372036854775808",
                        "-0.1",
                        "0.1234567890123456",
                        "7",
                        "0.0 1.0E-7",
                        "true"),
                List.of("c", "false", "1", "2", "3", "3.4028235E38", "4.9E-324", "0", "NaN 1.0", "false"));
        ReadTable read = read(bytes(table(TYPES, TestRows.each(rows))));
        assertThat(read.rows())
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> row.stream().map(this::heldValue).toList())
                        .toList());
    }

    @Test
    void whatIsNoFiniteNumberIsReadBack() throws Exception {
        List<List<String>> rows = List.of(
                List.of("a", "true", "1", "1", "1", "+Inf", "-Inf", "1", "-Inf +Inf", "true"),
                List.of("b", "true", "1", "1", "1", "NaN", "NaN", "1", "NaN NaN", "true"));
        List<List<String>> read = read(bytes(table(TYPES, TestRows.each(rows)))).rows();
        assertThat(read.get(0))
                .containsExactlyElementsOf(
                        rows.get(0).stream().map(this::heldValue).toList());
        assertThat(read.get(1))
                .containsExactlyElementsOf(
                        rows.get(1).stream().map(this::heldValue).toList());
    }

    @Test
    void anEmptyCellIsNoValueOfAnyType() throws Exception {
        List<@Nullable String> nothing = new ArrayList<>();
        TYPES.columns().forEach(column -> nothing.add(null));
        List<String> empty = TYPES.columns().stream().map(column -> "").toList();
        List<String> full = List.of("a", "true", "1", "1", "1", "1.5", "2.5", "1", "1.0 2.0", "true");
        ReadTable read = read(bytes(table(TYPES, TestRows.each(List.of(full, nothing, empty, full)))));
        assertThat(read.rows()).hasSize(4);
        List<String> none = TYPES.columns().stream().map(this::none).toList();
        assertThat(read.rows().subList(1, 3)).containsExactly(none, none);
        assertThat(read.rows().get(3)).isEqualTo(read.rows().get(0));
    }

    @Test
    void aColumnMayHaveAnyName() throws Exception {
        List<String> names = List.of("obs id", "a,b", "<i>", "say \"so\"", "é", "name", "name");
        Header header = new Header(names.stream().map(Column::text).toList());
        ReadTable read = read(bytes(table(header, TestRows.each(List.of(List.of("1", "2", "3", "4", "5", "6", "7"))))));
        assertThat(read.rows()).hasSize(1);
        assertThat(read.names().subList(0, Math.min(6, read.names().size())))
                .isSubsetOf(names.stream().map(this::held).toList());
    }

    @Test
    void withoutRowsTheColumnsAreTold() throws Exception {
        ReadTable read = read(bytes(table(TYPES, Rows.none())));
        assertThat(read.rows()).isEmpty();
        if (saysHowRowsEnd()) {
            assertThat(read.names()).first().isEqualTo("text");
        }
    }

    @Test
    void whereALimitCutTheRowsItSaysSoIfItCan() throws Exception {
        ReadTable read = read(bytes(table(TEXTS, new Rows() {
            private int left = 2;

            @Override
            public boolean next(Cells cells) throws IOException {
                return left-- > 0 && TestRows.row(cells, "a");
            }

            @Override
            public boolean overflowed() {
                return true;
            }

            @Override
            public @Nullable String overflowMessage() {
                return "There are \"more\"";
            }
        })));
        assertThat(read.rows()).hasSize(2);
        assertThat(read.status()).isEqualTo(saysHowRowsEnd() ? "OVERFLOW" : "");
        assertThat(read.message()).isEqualTo(saysHowRowsEnd() ? "There are \"more\"" : "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 150, 5000})
    void aRowThatBreaksOffIsTakenBackWhole(int good) throws Exception {
        FaultException failure = FaultException.unavailable("the disk is gone");
        TableDocument document = table(TEXTS, TestRows.breaking(good, failure));
        if (saysHowRowsEnd()) {
            ReadTable read = read(bytes(document));
            assertThat(read.rows()).hasSize(good);
            assertThat(read.status()).isEqualTo("ERROR");
            assertThat(read.message()).isEqualTo("TransientFault: the disk is gone");
        } else {
            assertThatThrownBy(() -> bytes(document))
                    .as("nobody may take it for whole")
                    .isSameAs(failure);
        }
    }

    @Test
    void aFailureThatNobodyForesawShowsNothingOfOurs() throws Exception {
        RuntimeException failure = new ArrayIndexOutOfBoundsException("Index 74 out of bounds");
        TableDocument document = table(TEXTS, TestRows.breaking(3, failure));
        if (saysHowRowsEnd()) {
            ReadTable read = read(bytes(document));
            assertThat(read.rows()).hasSize(3);
            assertThat(read.status()).isEqualTo("ERROR");
            assertThat(read.message()).startsWith("FatalFault: ").doesNotContain("74");
        } else {
            assertThatThrownBy(() -> bytes(document)).isSameAs(failure);
        }
    }

    @Test
    void itTakesNoMoreMemoryForMoreRowsAndLeavesTheStreamToItsOwner() throws IOException {
        MeasuringStream few = new MeasuringStream();
        format().write(table(TEXTS, TestRows.different(2_000)), few);
        MeasuringStream many = new MeasuringStream();
        format().write(table(TEXTS, TestRows.different(200_000)), many);
        assertThat(many.total()).isGreaterThan(50 * few.total());
        assertThat(many.longest()).isLessThanOrEqualTo(32 * 1024);
        assertThat(many.wasTouched()).isFalse();
    }

    @Test
    void aStreamThatTakesNoMoreIsLeftAlone() {
        IOException full = new IOException("full");
        int[] failures = {0};
        OutputStream out = new OutputStream() {
            private int left = 50_000;

            @Override
            public void write(int b) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    failures[0]++;
                    throw full;
                }
            }
        };
        assertThatThrownBy(() -> format().write(table(TEXTS, TestRows.different(200_000)), out))
                .isSameAs(full);
        assertThat(failures[0]).isEqualTo(1);
    }

    @Test
    void aCellMayBeLong() throws Exception {
        String large = "x<y,\"z\" ".repeat(20_000) + "end";
        ReadTable read = read(bytes(texts(List.of(large, "small"))));
        assertThat(read.rows().get(0)).containsExactly(held(large), "0", held(large));
        assertThat(read.rows().get(1)).containsExactly("small", "1", "small");
    }

    @Test
    void aFaultIsTold() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format().write(new Fault(Fault.Word.USAGE, 400, "POS: '4' is no\nposition"), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("UsageFault: POS: '4' is no position");
    }

    /** The texts each made for the answer, and as they are kept, a number between. */
    private static TableDocument texts(List<String> texts) {
        int[] sent = {0};
        EncodedRow.Reader reader = new EncodedRow.Reader();
        return table(TEXTS, cells -> {
            if (sent[0] == texts.size()) {
                return false;
            }
            String text = texts.get(sent[0]);
            reader.start(EncodedRow.encode(List.of(text)), 0);
            reader.advance();
            cells.text(text);
            cells.text(Integer.toString(sent[0]));
            reader.send(cells);
            sent[0]++;
            return true;
        });
    }

    static TableDocument table(Header header, Rows rows) {
        return new TableDocument(
                "A \"table\"",
                List.of(new Info("standardID", "ivo://ivoa.net/std/SIA"), new Info("note", "x", "a < \"b\"\nc")),
                List.of(Param.text("INPUT:POS", "0,0")),
                header,
                rows,
                List.of(new ServiceDescriptor(
                        ServiceDescriptor.SERVICE, "links", "Links", "Files of a dataset", List.of(), List.of())));
    }

    byte[] bytes(TableDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format().write(document, out);
        return out.toByteArray();
    }

    /** What XML 1.0 cannot hold replaced, as most forms do. */
    static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .map(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** Up to 100 characters of all kinds, those that some form escapes more often than chance has it; never half of one. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(100); i > 0; i--) {
            int c = switch (random.nextInt(4)) {
                case 0 -> "<>&\"'\\,;\t\r\n\u0000]{}".charAt(random.nextInt(15));
                case 1 -> random.nextInt(0x80);
                case 2 -> random.nextInt(0x10000);
                default -> random.nextInt(0x110000);
            };
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
            }
        }
        return text.append('x').toString();
    }
}
