package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.load.MemoryStore.Kept;

/** Beside an image stand its directory, a package, a preview, a thumbnail, documentation, what it was made from. */
class KindsOfProductsTest {
    private static final String YAML = """
            table: t.csv
            datasets:
              id: "x:{id}"
              products:
                - { path: "{id}/image.fits", content_type: application/fits, content_qualifier: "#image" }
                - { path: "{id}/", semantics: "#auxiliary", content_type: directory }
                - { path: "{id}/all.tar", semantics: "#package", content_type: application/x-tar }
                - { path: "{id}/image.png", semantics: "#preview", content_type: image/png }
                - { path: "{id}/small.png", semantics: "#thumbnail", content_type: image/png }
                - { path: "{id}/raw.fits", semantics: "#progenitor", content_type: application/fits }
                - { path: "https://docs.example.org/handbook.pdf?v=2", semantics: "#documentation", content_type: application/pdf }
                - { path: "https://archive.example/data/read%20me.txt", semantics: "#documentation", content_type: text/plain }
            sources: { main: {}, aws:us-east1: {} }
            bad_rows: 0
            """;

    @Test
    void eachIsAProductWithItsOwnSemantics(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "id,s_ra,s_dec", "n1,1,2", "n2,1,2")
                .load(YAML);
        assertThat(kept.products("x:n1"))
                .extracting(Product::semantics)
                .containsExactly(
                        "#this",
                        "#auxiliary",
                        "#package",
                        "#preview",
                        "#thumbnail",
                        "#progenitor",
                        "#documentation",
                        "#documentation");
        assertThat(kept.products("x:n1").get(1).contentType()).isEqualTo("directory");
        assertThat(kept.products("x:n1").get(0).contentQualifier()).isEqualTo("#image");
    }

    @Test
    void documentationThatLiesElsewhereIsThereOnlyAndTheSameForAll(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "id,s_ra,s_dec", "n1,1,2", "n2,1,2")
                .load(YAML);
        String handbook = "https://docs.example.org/handbook.pdf?v=2";
        for (String dataset : List.of("x:n1", "x:n2")) {
            Product documentation = kept.products(dataset).get(6);
            assertThat(documentation.path()).isEqualTo(handbook);
            assertThat(documentation.held())
                    .as("the bucket has no copy of it")
                    .isEqualTo(Map.of("main", Held.at(handbook), "aws:us-east1", Held.NOT));
        }
    }

    @Test
    void anAddressOfTheDefaultSourceIsAPathLikeAnyOther(@TempDir Path folder) {
        Kept kept =
                new Archive(folder).table("t.csv", "id,s_ra,s_dec", "n1,1,2").load(YAML);
        Product own = kept.products("x:n1").get(7);
        assertThat(own.path()).isEqualTo("read me.txt");
        assertThat(own.held()).isEmpty();
    }

    @Test
    void anAddressThatNoSourceCanHandOutIsABadRow(@TempDir Path folder) {
        String refusal =
                new Archive(folder).table("t.csv", "id,s_ra,s_dec", "n1,1,2").refusal("""
                        table: t.csv
                        datasets:
                          id: "x:{id}"
                          products: [ { path: "{id}" }, { path: "gs://bucket/doc.pdf", semantics: "#documentation" } ]
                        sources: { main: {}, aws:us-east1: {} }
                        bad_rows: 0
                        """);
        assertThat(refusal).contains("gs://bucket/doc.pdf").contains("add a source whose kind knows gs://");
    }

    @Test
    void aServicesTemplateMayNameColumnsRolesDatasetAndPath(@TempDir Path folder) {
        Archive archive = new Archive(folder).table("t.csv", "id,s_ra,s_dec", "n1,1,2");
        String yaml = YAML + "services: { s: { access_url: \"https://a.example/\", id: \"TEMPLATE\" } }\n"
                + "columns: { obs_publisher_did: \"ivo://x?{id}\" }\n";
        assertThat(archive.problems(yaml.replace("TEMPLATE", "{id} {obs_publisher_did} {dataset} {path}")))
                .isEmpty();
        assertThat(archive.problems(yaml.replace("TEMPLATE", "{dataset}/{idd}")))
                .containsExactly("collections.c.services.s.id: '{dataset}/{idd}' names the column 'idd',"
                        + " which the table has not; did you mean 'id'?");
    }
}
