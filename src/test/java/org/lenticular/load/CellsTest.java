package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.load.MemoryStore.Kept;
import org.lenticular.table.Datatype;

/** Cells are VOTable text that reads back as what the archive's table holds. */
class CellsTest {
    private static final String CONFIG = """
            sources: { main: {} }
            datasets: { products: [{ path: "{file}", semantics: "#this" }] }
            bad_rows: 0
            """;

    @Test
    void numbersAreTheShortestOfTheirOwnType() {
        assertThat(CellText.of(0.1f)).isEqualTo("0.1");
        assertThat(CellText.of(0.1)).isEqualTo("0.1");
        assertThat(CellText.of(2.0E-3)).isEqualTo("0.002");
        assertThat(CellText.of(1.0E23)).isEqualTo("1.0E23");
        assertThat(CellText.of(2.2E-322)).isEqualTo("2.2E-322");
        assertThat(CellText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(CellText.of(Float.POSITIVE_INFINITY)).isEqualTo("+Inf");
        assertThat(CellText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
        assertThat(CellText.of((Object) null)).isNull();
        assertThat(CellText.of("")).isNull();
        assertThat(CellText.of(true)).isEqualTo("true");
        assertThat(CellText.of(new float[] {0.1f, Float.NaN})).isEqualTo("0.1 NaN");
        assertThat(CellText.of(new int[0])).isNull();
        assertThat(CellText.of(new String[] {"a", "b"})).isEqualTo("a b");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        assertThat(CellText.of("a\u0000b\u001Bc\td")).isEqualTo("abc\td");
        assertThat(CellText.of("x\uD800y\uFFFEz")).isEqualTo("xyz");
        assertThat(CellText.of("\uD83D\uDE80 <&>")).isEqualTo("\uD83D\uDE80 <&>");
    }

    @Test
    void textBeyondAsciiMakesItsColumnUnicode(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec,observer,note", "a,1,2,Smith,x", "b,1,2,Müller,y")
                .load("table: t.csv\n" + CONFIG);
        assertThat(kept.column("observer").column().type()).isEqualTo(Datatype.UNICODE_CHAR);
        assertThat(kept.column("observer").column().arraysize()).isEqualTo("*");
        assertThat(kept.column("note").column().type()).isEqualTo(Datatype.CHAR);
        assertThat(kept.cell(1, "observer")).isEqualTo("Müller");
    }

    @Test
    void columnsAreAsTheTableDescribesThem(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table(
                        "t.vot",
                        "<VOTABLE version='1.4'><RESOURCE><TABLE>",
                        "<FIELD name='file' datatype='char' arraysize='*'/>",
                        "<FIELD name='s_ra' datatype='double' unit='deg'/>",
                        "<FIELD name='s_dec' datatype='float' unit='deg'/>",
                        "<FIELD name='flag' datatype='boolean'/>",
                        "<FIELD name='n' datatype='long'><VALUES null='-1'/></FIELD>",
                        "<FIELD name='pair' datatype='short' arraysize='2' ucd='meta.number' utype='x:y'>",
                        "<DESCRIPTION>two of them</DESCRIPTION></FIELD>",
                        "<FIELD name='' datatype='int'/>",
                        "<DATA><TABLEDATA><TR><TD>a</TD><TD>10.1</TD><TD>20.1</TD><TD>T</TD><TD>-1</TD><TD>3 4</TD>",
                        "<TD>7</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>")
                .load("table: t.vot\n" + CONFIG);
        assertThat(kept.column("pair").column().arraysize()).isEqualTo("2");
        assertThat(kept.column("pair").column().ucd()).isEqualTo("meta.number");
        assertThat(kept.column("pair").column().utype()).isEqualTo("x:y");
        assertThat(kept.column("pair").column().description()).isEqualTo("two of them");
        assertThat(kept.cell(0, "pair")).isEqualTo("3 4");
        assertThat(kept.cell(0, "flag")).isEqualTo("true");
        assertThat(kept.cell(0, "n")).isNull();
        assertThat(kept.cell(0, "col7")).isEqualTo("7");
        assertThat(kept.cell(0, "s_dec")).isEqualTo("20.1");
        assertThat(kept.cell(0, "SIA_dec")).isEqualTo("20.1");
    }

    @Test
    void theSameColumnOfTwoFilesGetsTheWiderType(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("a.csv", "file,s_ra,s_dec,n,v", "a,1,2,1,1.5", "a2,1,2,2,2")
                .table("b.csv", "file,s_ra,s_dec,n,v", "b,10.123456789,2,100000,x")
                .load("table: [a.csv, b.csv]\n" + CONFIG);
        assertThat(kept.column("n").column().type()).isEqualTo(Datatype.INT);
        assertThat(kept.column("s_ra").column().type()).isEqualTo(Datatype.DOUBLE);
        assertThat(kept.column("v").column().type()).isEqualTo(Datatype.CHAR);
        assertThat(kept.images()).hasSize(3);
        assertThat(kept.images().get(2).row()).isEqualTo(3);
    }
}
