package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and tables that cannot be used are told with file, row, column, value and why; nothing is published where they are too many. */
class BadTablesTest {
    private static final String CONFIG = """
            table: t.csv
            sources: { main: {} }
            datasets: { products: [{ path: "{file}", semantics: "#this" }] }
            """;

    private static String[] rows(int good, String... bad) {
        return IntStream.range(0, 1 + good + bad.length)
                .mapToObj(i -> i == 0
                        ? "file,s_ra,s_dec,s_region,obs_publisher_did"
                        : i <= good ? "f" + i + ",1,2,,ivo://x/" + i : bad[i - good - 1])
                .toArray(String[]::new);
    }

    @Test
    void fewBadRowsAreNamedAndLeftOut(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.csv",
                        rows(
                                200,
                                "b1,1,91,,ivo://x/b1",
                                "b2,1,north,,ivo://x/b2",
                                ",1,2,,ivo://x/b3",
                                "b4,1,2,POLYGON 1 2,ivo://x/b4",
                                "b5,1,2,,ivo://x/7"));
        LoadReport report = archive.report(CONFIG + "bad_rows: 0.1\n");
        assertThat(report.images()).isEqualTo(200);
        assertThat(report.badRows()).isEqualTo(5);
        assertThat(archive.notes()).hasSize(5);
        assertThat(archive.notes().get(0))
                .isEqualTo("t.csv row 201: s_dec: '91' is no latitude: it is not between -90 and 90");
        assertThat(archive.notes().get(1)).isEqualTo("t.csv row 202: s_dec: 'north' is no number");
        assertThat(archive.notes().get(2))
                .startsWith("t.csv row 203: has no path")
                .contains("{file}");
        assertThat(archive.notes().get(3)).startsWith("t.csv row 204: s_region: 'POLYGON 1 2' is no footprint: ");
        assertThat(archive.notes().get(4))
                .isEqualTo(
                        "t.csv row 205: obs_publisher_did: 'ivo://x/7' is that of row 7 too, and names one dataset only");
    }

    @Test
    void tooManyStopTheLoadAndPublishNothing(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.csv",
                        rows(
                                95,
                                IntStream.range(0, 105)
                                        .mapToObj(i -> "b,1,200,,x:" + i)
                                        .toArray(String[]::new)));
        String refusal = archive.refusal(CONFIG + "bad_rows: 0.05\n");
        assertThat(refusal)
                .startsWith(
                        "c was not loaded: 6 of the first 101 rows cannot be used, more than the share that bad_rows allows (0.05)")
                .contains("t.csv row 96: s_dec: '200' is no latitude");
        assertThat(archive.store().has("c")).isFalse();
    }

    @Test
    void onlyTwentyAreNamed(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.csv",
                        rows(
                                100,
                                IntStream.range(0, 50)
                                        .mapToObj(i -> "b,1,200,,x:" + i)
                                        .toArray(String[]::new)));
        assertThat(archive.report(CONFIG + "bad_rows: 0.9\n").badRows()).isEqualTo(50);
        assertThat(archive.notes()).hasSize(21);
    }

    @Test
    void badProductsAreNamedToo(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec", "a,1,2")
                .table(
                        "p.csv",
                        "dataset,path,semantics,content_length",
                        "a,a,#this,1",
                        "a,a,#this,1",
                        "a,b,#preveiw,1",
                        ",c,#this,1",
                        "a,d,#preview,1.5");
        archive.report("""
                table: t.csv
                datasets: { id: "{file}", products: p.csv }
                columns: { access_url: "{file}" }
                sources: { main: {} }
                bad_rows: 0.9
                """);
        assertThat(archive.notes())
                .containsExactly(
                        "p.csv row 2: path: 'a' is a product of the dataset a with #this already",
                        "p.csv row 3: semantics: '#preveiw' is no term of the DataLink vocabulary; did you mean '#preview'?",
                        "p.csv row 4: has no dataset",
                        "p.csv row 5: content_length: '1.5' is no number of bytes");
    }

    @Test
    void theRowOfAnEarlierFileIsNamedWithIt(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table("a.csv", "file,s_ra,s_dec,obs_publisher_did", "a,1,2,x:1", "b,1,2,x:2")
                .table("b.csv", "file,s_ra,s_dec,obs_publisher_did", "c,1,2,x:2");
        archive.report(CONFIG.replace("t.csv", "[a.csv, b.csv]") + "bad_rows: 0.5\n");
        assertThat(archive.notes().get(0)).startsWith("b.csv row 1: ").contains("that of a.csv row 2 too");
    }

    @Test
    void whatIsMissingIsToldAllAtOnce(@TempDir Path folder) {
        Archive archive = new Archive(folder).table("t.csv", "file,ra,DEC,filter", "a,1,2,V");
        assertThat(archive.problems("""
                        table: t.csv
                        datasets: { id: "{fle}", products: [{ path: "{file}", semantics: "#this", description: "{filtr}" }] }
                        sources: { main: {}, aws:us-east1: { path: "{key}" } }
                        columns: { em_min: "{filter} parsec" }
                        """))
                .hasSize(5)
                .anySatisfy(text -> assertThat(text).contains("columns.em_min", "'parsec'", "nm"))
                .anySatisfy(text -> assertThat(text)
                        .contains("no column says where the images are", "s_ra: \"{ra}\"", "s_dec: \"{DEC}\""))
                .anySatisfy(text -> assertThat(text).contains("datasets.id", "'fle'", "did you mean 'file'?"))
                .anySatisfy(text -> assertThat(text).contains("products[0].description", "did you mean 'filter'?"))
                .anySatisfy(text -> assertThat(text)
                        .contains("sources.aws:us-east1.path", "'key'", "its columns: file, ra, DEC, filter"));
    }

    @Test
    void aTableWithoutAddressesIsTold(@TempDir Path folder) {
        assertThat(new Archive(folder)
                        .table("t.csv", "file,s_ra,s_dec", "a,1,2")
                        .problems("table: t.csv\nsources: { main: {} }"))
                .singleElement()
                .asString()
                .contains("datasets.products", "no column holds the addresses");
    }

    @Test
    void aColumnTwiceIsTold(@TempDir Path folder) {
        assertThat(new Archive(folder)
                        .table("t.csv", "file,s_ra,s_dec,s_ra", "a,1,2,3")
                        .problems(CONFIG))
                .singleElement()
                .asString()
                .contains("t.csv", "has the column 's_ra' twice");
    }

    @Test
    void filesWithOtherColumnsAreTold(@TempDir Path folder) {
        assertThat(new Archive(folder)
                        .table("a.csv", "file,s_ra,s_dec", "a,1,2")
                        .table("b.csv", "file,s_ra,dec", "a,1,2")
                        .problems(CONFIG.replace("t.csv", "[a.csv, b.csv]")))
                .singleElement()
                .asString()
                .contains("b.csv", "other columns than a.csv: not s_dec, but dec");
    }

    @Test
    void aProductTableWithoutItsColumnsIsTold(@TempDir Path folder) {
        assertThat(new Archive(folder)
                        .table("t.csv", "file,s_ra,s_dec", "a,1,2")
                        .table("p.csv", "datasets,path", "a,a")
                        .problems("""
                                table: t.csv
                                datasets: { id: "{file}", products: p.csv }
                                columns: { access_url: "{file}" }
                                sources: { main: {} }
                                """))
                .singleElement()
                .asString()
                .contains("p.csv", "has no column 'dataset'", "'datasets'");
    }

    @Test
    void aTruncatedVotableIsToldWithTheRow(@TempDir Path folder) {
        byte[] whole = Archive.read("alma_shapes.xml");
        String text = new String(whole, java.nio.charset.StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, text.indexOf("ADS/JAO.ALMA#2021"));
        String refusal = new Archive(folder).bytes("t.xml", cut).refusal(votable("t.xml", "{obs_publisher_did}"));
        assertThat(refusal).startsWith("c was not loaded: ").contains("t.xml behind row 3: ", "line ");
    }

    @Test
    void aTruncatedBinaryVotableIsToldAndLeavesNoThread(@TempDir Path folder) throws InterruptedException {
        byte[] whole = Archive.read("hst_m31.vot");
        byte[] cut = Arrays.copyOf(whole, whole.length * 2 / 3);
        int before = Thread.activeCount();
        String refusal = new Archive(folder)
                .bytes("t.vot", cut)
                .refusal(votable("t.vot", "{observation_id}") + "columns: { s_ra: \"{ra}\", s_dec: \"{dec}\" }\n");
        assertThat(refusal).startsWith("c was not loaded: ").contains("t.vot behind row ");
        Thread.sleep(100);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    }

    @Test
    void aTruncatedFitsFileIsTold(@TempDir Path folder) {
        byte[] whole = Archive.read("tess.fits");
        String config = votable("t.fits", "{path}");
        assertThat(new Archive(folder).bytes("t.fits", whole).load(config).images())
                .hasSize(60);
        byte[] cut = Arrays.copyOf(whole, whole.length - 6000);
        assertThat(new Archive(folder).bytes("t.fits", cut).refusal(config)).contains("t.fits");
    }

    private static String votable(String file, String path) {
        return "table: " + file + "\nsources: { main: {} }\ndatasets: { products: [{ path: \"" + path
                + "\", semantics: \"#this\" }] }\n";
    }

    @Test
    void aVotableWhoseRowsAreElsewhereIsRefused(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.vot",
                        "<VOTABLE><RESOURCE><TABLE><FIELD name='s_ra' datatype='double'/>",
                        "<DATA><BINARY><STREAM href='http://127.0.0.1:1/rows'/></BINARY></DATA></TABLE></RESOURCE></VOTABLE>");
        assertThat(archive.problems(votable("t.vot", "{s_ra}")))
                .singleElement()
                .asString()
                .contains("its rows are elsewhere", "http://127.0.0.1:1/rows");
    }

    @Test
    void noAddressOfAnEntityIsFetched(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table("secret.txt", "hidden")
                .table(
                        "t.vot",
                        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM '"
                                + folder.resolve("secret.txt").toUri() + "'>]>",
                        "<VOTABLE><RESOURCE><TABLE><FIELD name='file' datatype='char' arraysize='*'/>",
                        "<FIELD name='s_ra' datatype='double'/><FIELD name='s_dec' datatype='double'/>",
                        "<DATA><TABLEDATA><TR><TD>a&x;</TD><TD>1</TD><TD>2</TD></TR></TABLEDATA></DATA>",
                        "</TABLE></RESOURCE></VOTABLE>");
        assertThat(archive.load(votable("t.vot", "{file}")).cell(0, "file")).isEqualTo("a");
    }

    @Test
    void aVotableThatBreaksOffInItsHeadIsToldSo(@TempDir Path folder) {
        Archive archive =
                new Archive(folder).table("t.vot", "<VOTABLE><RESOURCE><TABLE><FIELD name='file' datatype='char'");
        assertThat(archive.problems(CONFIG.replace("t.csv", "t.vot")))
                .singleElement()
                .asString()
                .contains("the file ends too early (is it whole?)");
    }

    @Test
    void whatIsNoTableIsTold(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table("t.dat", "what is this")
                .table("t.fits", "no FITS")
                .table("t.vot", "<html/>");
        assertThat(archive.problems(CONFIG.replace("t.csv", "t.dat")))
                .singleElement()
                .asString()
                .contains("t.dat");
        assertThat(archive.problems(CONFIG.replace("t.csv", "t.fits")))
                .singleElement()
                .asString()
                .contains("t.fits");
        assertThat(archive.problems(CONFIG.replace("t.csv", "t.vot")))
                .singleElement()
                .asString()
                .contains("t.vot");
    }
}
