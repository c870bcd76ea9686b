package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.load.MemoryStore.Kept;

/** An image's path and copies come from templates, from the address that its row gives, and from what tables list. */
class PlacesTest {
    @Test
    void anAddressBehindTheBaseIsAPath(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table(
                        "t.csv",
                        "access_url,s_ra,s_dec,access_format",
                        "https://archive.example/data/a/b%20c.fits,1,2,image/fits",
                        "https://other.example/x/y.fits,1,2,image/fits",
                        "https://archive.example/data/get?id=7,1,2,image/fits",
                        "plain/z.fits,1,2,image/fits")
                .load("table: t.csv\nsources: { main: {}, aws:us-east1: {} }\nbad_rows: 0");
        assertThat(kept.images().stream().map(each -> each.path()))
                .containsExactly("a/b c.fits", "x/y.fits", "data/get?id=7", "plain/z.fits");
        assertThat(kept.images().get(0).held()).isEmpty();
        assertThat(kept.images().get(1).held())
                .containsOnly(java.util.Map.entry("main", Held.at("https://other.example/x/y.fits")));
        assertThat(kept.images().get(2).held()).containsKey("main");
        assertThat(kept.images().get(3).held()).isEmpty();
        assertThat(kept.images().get(0).dataset()).isEqualTo("a/b c.fits");
        assertThat(kept.products("a/b c.fits")).singleElement().satisfies(product -> {
            assertThat(product.semantics()).isEqualTo("#this");
            assertThat(product.contentType()).isEqualTo("image/fits");
            assertThat(product.contentLength()).isNull();
        });
    }

    @Test
    void templatesMakeEveryProductOfAnImage(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "id,s_ra,s_dec,bytes,thumb", "n1,1,2,2880,t.jpg", "n2,1,2,,")
                .load("""
                        table: t.csv
                        datasets:
                          id: "x:{id}"
                          products:
                            - { path: "{id}.fits", semantics: "#this", content_type: image/fits, content_length: "{bytes}", description: "Image {id}" }
                            - { path: "{thumb}", semantics: "#thumbnail" }
                        sources: { main: {} }
                        bad_rows: 0
                        """);
        List<Product> products = kept.products("x:n1");
        assertThat(products).hasSize(2);
        assertThat(products.get(0).contentLength()).isEqualTo(2880L);
        assertThat(products.get(0).description()).isEqualTo("Image n1");
        assertThat(products.get(1).semantics()).isEqualTo("#thumbnail");
        assertThat(kept.products("x:n2")).hasSize(1);
        assertThat(kept.products("x:n2").get(0).contentLength()).isNull();
        assertThat(kept.cell(0, "datalink")).isEqualTo("x:n1");
    }

    @Test
    void anIdentifierThatIsANumberGetsAColumnOfTextBesideIt(@TempDir Path folder) {
        // Clients join identifiers as texts; pyvo fails on a number.
        Kept kept = new Archive(folder)
                .table("t.csv", "number,s_ra,s_dec", "1,1,2", "2,1,2")
                .load("""
                        table: t.csv
                        datasets: { id: "{number}", products: [{ path: "{number}.fits", semantics: "#this" }] }
                        sources: { main: {} }
                        """);
        assertThat(kept.column("number").is("datalink")).isFalse();
        assertThat(kept.column("datalink").is("datalink")).isTrue();
        assertThat(kept.column("datalink").column().type().isText()).isTrue();
        assertThat(kept.cell(1, "datalink")).isEqualTo("2");
    }

    @Test
    void aSourceHoldsWhatIsListed(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec,key", "a,1,2,k/a", "b,1,2,")
                .load("""
                        table: t.csv
                        datasets: { products: [{ path: "{file}", semantics: "#this" }] }
                        sources: { main: {}, aws:us-east1: { holds: listed, path: "{key}" } }
                        """);
        assertThat(kept.images().get(0).held()).containsEntry("aws:us-east1", Held.at("k/a"));
        assertThat(kept.images().get(1).held())
                .as("what the rule says takes no room")
                .isEmpty();
        assertThat(kept.products("b").get(0).held()).isEmpty();
        assertThat(kept.holders()).containsExactlyInAnyOrder("main", "aws:us-east1");
    }

    @Test
    void aSourceThatHoldsNothingIsNoHolder(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec,key", "b,1,2,")
                .load("""
                        table: t.csv
                        datasets: { products: [{ path: "{file}", semantics: "#this" }] }
                        sources: { main: {}, aws:us-east1: { holds: listed, path: "{key}" } }
                        """);
        assertThat(kept.holders()).containsExactly("main");
    }

    @Test
    void aProductTableIsReadInAnyCaseAndMayLackWhatIsOptional(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec", "a,1,2")
                .table(
                        "p.csv",
                        "Dataset,PATH,Semantics,content_length",
                        "a,a,#this,12",
                        "a,a.md5,,",
                        "a,a.jpg,#preview,5",
                        "a,a.cal,http://example.org/terms#mine,")
                .load("""
                        table: t.csv
                        datasets: { id: "{file}", products: p.csv }
                        columns: { access_url: "https://archive.example/data/{file}" }
                        sources: { main: {} }
                        bad_rows: 0
                        """);
        assertThat(kept.products("a").stream().map(Product::semantics))
                .containsExactly("#this", "#this", "#preview", "http://example.org/terms#mine");
        assertThat(kept.images().get(0).path()).isEqualTo("a");
    }

    @Test
    void addressesKeepWhatAPathCannotSay() {
        PlaceNames server = new PlaceNames("https://h/d/", null, null, "");
        assertThat(Address.of("https://h/d/a%2Bb.fits", server).path()).isEqualTo("a+b.fits");
        assertThat(Address.of("https://h/d/a%zz", server).atDefault()).isPresent();
        assertThat(Address.of("https://h/d/", server).atDefault()).isPresent();
        assertThat(Address.of("https://h/", PlaceNames.NONE).path()).isEqualTo("https://h/");
    }

    @Test
    void aLocationThatItsSourceCannotHandOutIsABadRow(@TempDir Path folder) {
        Archive archive = new Archive(folder)
                .table(
                        "t.csv",
                        "access_url,s_ra,s_dec,key",
                        "s3://pail/p/a.fits,1,2,",
                        "b.fits,1,2,gs://pail/b.fits",
                        "c.fits,1,2,s3://other/c.fits",
                        "d.fits,1,2,https://archive.example/d.fits");
        LoadReport report =
                archive.report("table: t.csv\nsources: { main: {}, aws:us-east1: { path: \"{key}\" } }\nbad_rows: 0.5");
        assertThat(report.images()).isEqualTo(2);
        assertThat(archive.notes())
                .containsExactly(
                        "t.csv row 1: main: 's3://pail/p/a.fits' is no place of kind http; let the path of aws:us-east1 name the column",
                        "t.csv row 2: aws:us-east1: 'gs://pail/b.fits' is no place of kind s3; add a source whose kind knows gs://, and let"
                                + " its path name the column");
    }
}
