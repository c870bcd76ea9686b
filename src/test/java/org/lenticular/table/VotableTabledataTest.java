package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.votable.VOTableBuilder;

/** VOTables are read back by others as they were meant, however they end. */
class VotableTabledataTest {
    private static final Header HEADER = new Header(List.of(
            Column.text("id").withId("the_id").withUcd("meta.id;meta.main"),
            Column.scalar("s_ra", Datatype.DOUBLE)
                    .withUnit("deg")
                    .withRef(Systems.ICRS)
                    .withDescription("Right ascension, \"ICRS\" & <degrees>"),
            Column.scalar("t_min", Datatype.DOUBLE).withRef(Systems.MJD),
            Column.scalar("naxis", Datatype.INT).withType(Datatype.INT, "*")));

    @Test
    void aDocumentWithAllThatThereCanBeKeepsTheSchemaAndItsOrder() throws IOException {
        Param source = new Param(
                Column.text("source"),
                "a",
                null,
                null,
                List.of(new Param.Option("A & \"B\" <C>", "a"), new Param.Option(null, "b")));
        ServiceDescriptor service = new ServiceDescriptor(
                ServiceDescriptor.SERVICE,
                "links",
                "Links",
                "Files of a dataset",
                List.of(Param.text("accessURL", "https://x.org/a?b=c&d=e")),
                List.of(new Param(Column.text("ID").withRef("the_id"), ""), source));
        Param range = new Param(Column.scalar("VERB", Datatype.INT), "2", "0", "3", List.of());
        VotableDocument read = VotableDocument.read(bytes(new TableDocument(
                "Images of <this> & that",
                List.of(new Info("standardID", "ivo://ivoa.net/std/SIA"), new Info("note", "x", "a < b\nc")),
                List.of(range),
                HEADER,
                Rows.of(List.of(Arrays.asList("a", "10.5", null, "1 2"))),
                List.of(service))));
        assertThat(read.status()).isEqualTo("OK");
        assertThat(read.elements("/VOTABLE/RESOURCE/DESCRIPTION").get(0).getTextContent())
                .isEqualTo("Images of <this> & that");
        assertThat(read.field("s_ra").getTextContent()).isEqualTo("Right ascension, \"ICRS\" & <degrees>");
        assertThat(read.attributes("//COOSYS | //TIMESYS", "ID")).containsExactly("icrs", "mjd_utc");
        assertThat(read.attributes("//PARAM[@name='VERB']/VALUES/*", "value")).containsExactly("0", "3");
        assertThat(read.attributes("//GROUP/PARAM/VALUES/OPTION", "name")).containsExactly("A & \"B\" <C>", "");
        assertThat(read.attributes("//PARAM[@name='accessURL']", "value")).containsExactly("https://x.org/a?b=c&d=e");
        assertThat(read.rows()).containsExactly(List.of("a", "10.5", "", "1 2"));
    }

    @Test
    void stilReadsNumbersArraysTextAndNulls() throws IOException {
        byte[] document = bytes(table(Rows.of(List.of(
                Arrays.asList("M 31 é 𝔐 <&>", "NaN", "-Inf", "1024 2048"),
                Arrays.asList(null, null, "5e-324", null)))));
        StarTable read =
                new StarTableFactory(true).makeStarTable(new ByteArrayInputStream(document), new VOTableBuilder());
        assertThat(read.getColumnCount()).isEqualTo(4);
        assertThat(read.getColumnInfo(0).getUCD()).isEqualTo("meta.id;meta.main");
        assertThat(read.getColumnInfo(1).getUnitString()).isEqualTo("deg");
        assertThat(read.getRowCount()).isEqualTo(2);
        assertThat(read.getRow(0))
                .isEqualTo(
                        new Object[] {"M 31 é 𝔐 <&>", Double.NaN, Double.NEGATIVE_INFINITY, new int[] {1024, 2048}});
        assertThat(read.getRow(1)[0]).isNull();
        assertThat(read.getRow(1)[2]).isEqualTo(Double.MIN_VALUE);
        assertThat(read.getRow(1)[3]).isNull();
    }

    @Test
    void noRowIsATableAllTheSame() throws IOException {
        VotableDocument read = VotableDocument.read(bytes(table(Rows.none())));
        assertThat(read.columns()).containsExactly("id", "s_ra", "t_min", "naxis");
        assertThat(read.rows()).isEmpty();
        assertThat(read.status()).isEqualTo("OK");
    }

    @Test
    void whereALimitCutTheRowsASecondStatusSaysSo() throws IOException {
        VotableDocument read = VotableDocument.read(bytes(table(new Rows() {
            private int left = 2;

            @Override
            public boolean next(Cells cells) throws IOException {
                return left-- > 0 && row(cells, "a");
            }

            @Override
            public boolean overflowed() {
                return true;
            }

            @Override
            public @Nullable String overflowMessage() {
                return "there are more";
            }
        })));
        assertThat(read.rows()).hasSize(2);
        assertThat(read.attributes("//INFO[@name='QUERY_STATUS']", "value")).containsExactly("OK", "OVERFLOW");
        assertThat(read.message()).isEqualTo("there are more");
    }

    @Test
    void aRowThatBreaksOffIsTakenBackWholeAndTheDocumentSaysWhy() throws IOException {
        for (int good : List.of(0, 3, 5000)) {
            VotableDocument read =
                    VotableDocument.read(bytes(table(breaking(good, FaultException.unavailable("the disk is gone")))));
            assertThat(read.rows()).hasSize(good);
            assertThat(read.attributes("//INFO[@name='QUERY_STATUS']", "value")).containsExactly("OK", "ERROR");
            assertThat(read.message()).isEqualTo("TransientFault: the disk is gone");
        }
    }

    @Test
    void aFailureThatNobodyForesawEndsTheDocumentTooAndShowsNothingOfOurs() throws IOException {
        VotableDocument read = VotableDocument.read(
                bytes(table(breaking(3, new ArrayIndexOutOfBoundsException("Index 74 out of bounds")))));
        assertThat(read.rows()).hasSize(3);
        assertThat(read.status()).isEqualTo("ERROR");
        assertThat(read.message()).startsWith("FatalFault: ").doesNotContain("74");
    }

    @Test
    void cellsLargerThanTheBufferGoThrough() throws IOException {
        String large = "x<y ".repeat(20_000);
        VotableDocument read = VotableDocument.read(bytes(
                table(Rows.of(List.of(Arrays.asList(large, "1", "2", "3"), Arrays.asList("small", "1", "2", "3"))))));
        assertThat(read.column("id")).containsExactly(large, "small");
    }

    @Test
    void aMillionRowsNeedNoMoreMemoryThanAThousand() throws IOException {
        byte[] row = EncodedRow.encode(List.of("an identifier", "182.6357", "56363.8531481481", "1024 1024"));
        MeasuringStream few = new MeasuringStream();
        MeasuringStream many = new MeasuringStream();
        new VotableTabledata().write(table(repeated(row, 1000)), few);
        new VotableTabledata().write(table(repeated(row, 1_000_000)), many);
        assertThat(many.total()).isGreaterThan(900 * few.total());
        assertThat(many.longest())
                .as("what is ever held back")
                .isEqualTo(few.longest())
                .isLessThan(40_000);
        assertThat(many.wasTouched()).as("the stream is its owner's").isFalse();
    }

    @Test
    void aFaultIsADocumentOfItsOwn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new VotableTabledata().write(new Fault(Fault.Word.USAGE, 400, "POS: '<x>' is\nno position"), out);
        VotableDocument read = VotableDocument.read(out.toByteArray());
        assertThat(read.status()).isEqualTo("ERROR");
        assertThat(read.message()).isEqualTo("UsageFault: POS: '<x>' is no position");
    }

    @Test
    void theXmlOfAHeaderIsMadeOnce() {
        assertThat(HEADER.votable()).isSameAs(HEADER.votable());
    }

    private static Rows breaking(int good, RuntimeException failure) {
        var rows = IntStream.range(0, good).iterator();
        return cells -> {
            if (rows.hasNext()) {
                return row(cells, "row " + rows.next());
            }
            cells.text("half a row");
            cells.text("x".repeat(100_000));
            throw failure;
        };
    }

    private static boolean row(Cells cells, String id) throws IOException {
        for (String cell : List.of(id, "1", "2", "3")) {
            cells.text(cell);
        }
        return true;
    }

    private static Rows repeated(byte[] row, int times) {
        var rows = IntStream.range(0, times).iterator();
        EncodedRow.Reader reader = new EncodedRow.Reader();
        return cells -> {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
            reader.start(row, 0);
            for (int i = 0; i < 4; i++) {
                reader.advance();
                reader.send(cells);
            }
            return true;
        };
    }

    private static TableDocument table(Rows rows) {
        return new TableDocument("A table", List.of(), List.of(), HEADER, rows, List.of());
    }

    private static byte[] bytes(TableDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new VotableTabledata().write(document, out);
        return out.toByteArray();
    }
}
