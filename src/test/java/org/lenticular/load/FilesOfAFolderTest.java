package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.load.MemoryStore.Kept;

/** A folder's files are called by their path below it, however a table names them; what is never served from it is a bad row. */
class FilesOfAFolderTest {
    private static final String TABLE = """
            table: t.csv
            datasets: { products: [{ path: "{file}", semantics: "#this" }] }
            sources: { disk: {}, main: {} }
            """;

    @Test
    void aWholePathIsThePathBelowTheFolderSoThatAMirrorHasItByTheSameName(@TempDir Path folder) {
        String whole = folder.resolve("fits").toString();
        Kept kept = new Archive(folder)
                .table(
                        "t.csv",
                        "file,s_ra,s_dec",
                        "a/1.fits,1,2",
                        whole + "/a/2.fits,1,2",
                        "file://" + whole + "/a/3%20.fits,1,2")
                .load(TABLE + "bad_rows: 0\n");
        assertThat(kept.images())
                .extracting(image -> image.path())
                .containsExactly("a/1.fits", "a/2.fits", "a/3 .fits");
        assertThat(kept.images()).allSatisfy(image -> assertThat(image.held()).isEmpty());
    }

    @Test
    void whatLiesOutsideIsABadRowThatSaysWhy(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.csv",
                        "file,s_ra,s_dec",
                        "../secret.txt,1,2",
                        "a/../1.fits,1,2",
                        "file:///etc/passwd,1,2",
                        "file://" + folder + "/fits/%2E%2E/secret.txt,1,2",
                        "/etc/passwd,1,2",
                        folder + "/fits-other/a.fits,1,2",
                        "a.fits,1,2");
        LoadReport report = archive.report(TABLE + "bad_rows: 0.9\n");
        assertThat(report.images()).isEqualTo(1);
        assertThat(archive.notes()).hasSize(6);
        assertThat(archive.notes().get(0))
                .isEqualTo("t.csv row 1: disk: '../secret.txt' is never served: a path with .. in it is not followed");
        assertThat(archive.notes().get(1)).contains("disk: 'a/../1.fits' is never served");
        assertThat(archive.notes().get(2))
                .contains("disk: 'file:///etc/passwd' is never served: it is outside of " + folder.resolve("fits"));
        assertThat(archive.notes().get(3)).contains("a path with .. in it is not followed");
        assertThat(archive.notes().get(4))
                .isEqualTo("t.csv row 5: disk: '/etc/passwd' is never served: it is outside of "
                        + folder.resolve("fits") + "; a path below that begins without a slash");
        assertThat(archive.notes().get(5)).contains("/fits-other/a.fits' is never served: it is outside of ");
    }

    @Test
    void anotherPlacesPathMayBeginWithASlash(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec", "/a/4.fits,1,2")
                .load("""
                        table: t.csv
                        datasets: { products: [{ path: "{file}", semantics: "#this" }] }
                        sources: { main: {}, disk: {} }
                        bad_rows: 0
                        """);
        assertThat(kept.images()).extracting(image -> image.path()).containsExactly("/a/4.fits");
        assertThat(kept.images().get(0).held()).isEmpty();
    }

    @Test
    void soIsAProductAndAnotherNameOfACopy(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.csv",
                        "file,s_ra,s_dec,thumb,own",
                        "a.fits,1,2,../a.png,",
                        "b.fits,1,2,,../../b.fits",
                        "c.fits,1,2,,")
                .table("p.csv", "dataset,path", "c.fits,../../c.fits", "c.fits,c.fits");
        archive.report("""
                table: t.csv
                datasets:
                  products:
                    - { path: "{file}", semantics: "#this" }
                    - { path: "{thumb}", semantics: "#preview" }
                sources: { main: {}, disk: { path: "{own}" } }
                bad_rows: 0.9
                """);
        archive.report("""
                table: t.csv
                datasets: { id: "{file}", products: p.csv }
                columns: { access_url: "{file}" }
                sources: { disk: {} }
                bad_rows: 0.9
                """);
        assertThat(archive.notes())
                .containsExactly(
                        "t.csv row 1: disk: '../a.png' is never served: a path with .. in it is not followed",
                        "t.csv row 2: disk: '../../b.fits' is never served: a path with .. in it is not followed",
                        "p.csv row 1: disk: '../../c.fits' is never served: a path with .. in it is not followed");
    }

    @Test
    void aListOfWhatIsThereMeetsTheTablesWhateverWayTheyNameTheFile(@TempDir Path folder) {
        String whole = folder.resolve("fits").toString();
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec", "a/1.fits,1,2", "a/2.fits,1,2", whole + "/a/3.fits,1,2")
                .table("held.csv", "path,size", whole + "/a/1.fits,7", "a/3.fits,9")
                .load("""
                        table: t.csv
                        datasets: { products: [{ path: "{file}", semantics: "#this" }] }
                        sources: { disk: { holds: { table: held.csv } }, main: {} }
                        bad_rows: 0
                        """);
        assertThat(kept.images())
                .extracting(image -> image.held())
                .containsExactly(
                        Map.of("disk", new Held(true, null, 7L, null)),
                        Map.of(),
                        Map.of("disk", new Held(true, null, 9L, null)));
    }
}
