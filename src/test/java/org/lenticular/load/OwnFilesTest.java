package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Product;
import org.lenticular.load.MemoryStore.Kept;

/** An image's own file is linked, whatever the archive lists besides; each dataset begins with itself, and what it is says the image's format. */
class OwnFilesTest {
    private static final String TABLE = """
            table: t.csv
            datasets: { id: "{id}", products: p.csv }
            columns: { access_url: "{file}", access_format: image/fits }
            sources: { main: {} }
            """;

    @Test
    void anImageThatTheTableOfProductsLacksIsLinked(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table("t.csv", "id,file,s_ra,s_dec", "x,a.fits,1,2", "y,b.fits,1,2")
                .table("p.csv", "dataset,path,semantics", "x,a.png,#preview", "y,b.fits,#this");
        LoadReport report = archive.report(TABLE);
        assertThat(report.products()).isEqualTo(3);
        assertThat(report.badRows()).isZero();
        Kept kept = archive.store().kept("c");
        assertThat(kept.products("x")).extracting(Product::path).containsExactlyInAnyOrder("a.fits", "a.png");
        assertThat(kept.products("x").stream().filter(each -> each.path().equals("a.fits")))
                .singleElement()
                .satisfies(product -> {
                    assertThat(product.semantics()).isEqualTo("#this");
                    assertThat(product.contentType()).isEqualTo("image/fits");
                });
        assertThat(kept.products("y")).hasSize(1);
    }

    @Test
    void aDatasetWithoutThisIsTakenOutAndItsRowsAreBad(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table("t.csv", "id,file,s_ra,s_dec", "x,a.fits,1,2")
                .table(
                        "p.csv",
                        "dataset,path,semantics",
                        "x,a.fits,#this",
                        "z,,#this",
                        "z,z.png,#preview",
                        "x,a.png,#preview");
        LoadReport report = archive.report(TABLE + "bad_rows: 0.5\n");
        assertThat(archive.notes())
                .containsExactly(
                        "p.csv row 2: has no path",
                        "p.csv row 3: dataset: 'z' has no row with the semantics #this, and so no link to the data; add one, or give"
                                + " #this to the row of its main file");
        assertThat(report.badRows()).isEqualTo(2);
        assertThat(report.products()).isEqualTo(2);
        assertThat(archive.store().kept("c").products("z")).isEmpty();
        assertThat(archive.refusal(TABLE + "bad_rows: 0.4\n"))
                .contains("2 of the first 4 rows")
                .endsWith("(0.4); the first: p.csv row 2: has no path");
    }

    @Test
    void aPreviewThatIsNamedFirstIsNotTheImage(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "id,s_ra,s_dec,thumb", "x,1,2,", "y,1,2,y.png")
                .load("""
                table: t.csv
                datasets:
                  id: "{id}"
                  products:
                    - { path: "{thumb}", semantics: "#preview", content_type: image/png }
                    - { path: "{id}.fits", semantics: "#this", content_type: image/fits }
                bad_rows: 0
                """);
        assertThat(kept.images()).extracting(image -> image.path()).containsExactly("x.fits", "y.fits");
        assertThat(kept.images()).extracting(image -> image.format()).containsExactly("image/fits", "image/fits");
        assertThat(kept.products("x")).extracting(Product::path).containsExactly("x.fits");
        assertThat(kept.products("y")).extracting(Product::path).containsExactlyInAnyOrder("y.fits", "y.png");
    }

    @Test
    void theFormatOfAnImageIsTheContentTypeOfItsFileWhereTheTableSaysNone(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("survey.csv", "image_id,raj2000,dej2000,file,field", "i1,10,20,a.fits,7")
                .load("""
                        table: survey.csv
                        datasets: { id: "{image_id}", products: [ { path: "{file}", content_type: image/fits } ] }
                        columns: { s_ra: "{raj2000}", s_dec: "{dej2000}", s_fov: 0.5 deg, obs_title: "Field {field}" }
                        """);
        assertThat(kept.images().get(0).format()).isEqualTo("image/fits");
        assertThat(kept.cell(0, "SIA_format")).isEqualTo("image/fits");
        assertThat(kept.cell(0, "access_format")).isEqualTo("image/fits");
    }

    @Test
    void aTablesOwnFormatGoesBeforeAndADirectoryIsNone(@TempDir Path folder) {
        Kept own = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec,access_format", "a,1,2,image/jpeg")
                .load("table: t.csv\ndatasets: { products: [ { path: \"{file}\", content_type: image/fits } ] }");
        assertThat(own.images().get(0).format()).isEqualTo("image/jpeg");
        Kept directory = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec", "a,1,2")
                .load("table: t.csv\ndatasets: { products: [ { path: \"{file}\", content_type: directory } ] }");
        assertThat(directory.images().get(0).format()).isNull();
        assertThat(directory.cell(0, "SIA_format")).isNull();
    }
}
