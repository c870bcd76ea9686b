package org.lenticular.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.load.Progress;
import org.lenticular.location.Choice;
import org.lenticular.location.Kinds;
import org.lenticular.protocol.Served;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.WantedFormats;
import org.lenticular.table.Param;

/** What the configuration says that sources hold is what clients are offered and handed out, from the tables through the catalogue. */
class HoldsServedTest {
    private static final String CONFIG = """
            sources:
              main: { kind: http, base: "https://archive.example/data/" }
              some: { kind: s3, region: us-east-1, bucket: some-pail }
              mirror: { kind: http, base: "https://mirror.example/" }
              none: { kind: s3, region: us-west-2, bucket: other-pail }
              always: { title: Nowhere, advertise: always }
            collections:
              stars:
                table: stars.csv
                datasets: { id: "{file}", products: [{ path: "{file}" }] }
                sources:
                  main: {}
                  some: { holds: { matching: "a/**" } }
                  mirror: { holds: { table: mirror.csv } }
                  none: { holds: { matching: "c/**" } }
                  always: {}
            """;

    @Test
    void offeredAndHandedOut(@TempDir Path folder) throws Exception {
        Config config = configuration(folder);
        Lenticular.loader(config, Progress.none()).loadMissing(config);
        Served stars = Objects.requireNonNull(
                ServedCollections.of(config, Kinds.found()).get("stars"));
        try (Catalogue catalogue =
                new SqliteStore(config.catalogueFolder(), config.limits().queryTime(), 64).open()) {
            assertThat(stars.sourceParam(catalogue.table("stars")).options())
                    .extracting(Param.Option::value)
                    .containsExactly("main", "some", "mirror", "always");
            assertThat(handedOut(stars, product(catalogue, "a/1.fits")))
                    .isEqualTo(Map.of(
                            "main", "https://archive.example/data/a/1.fits",
                            "some", "s3://some-pail/a/1.fits",
                            "mirror", "https://mirror.example/stars/one.fits",
                            "none", "https://archive.example/data/a/1.fits"));
            assertThat(handedOut(stars, product(catalogue, "b/2.fits")))
                    .isEqualTo(Map.of(
                            "main", "https://archive.example/data/b/2.fits",
                            "some", "https://archive.example/data/b/2.fits",
                            "mirror", "https://archive.example/data/b/2.fits",
                            "none", "https://archive.example/data/b/2.fits"));
            assertThat(product(catalogue, "a/1.fits").held())
                    .isEqualTo(Map.of("mirror", new Held(true, "stars/one.fits", 2880L, "\"x-1\"")));
            try (Images images =
                    catalogue.search("stars", new ImageQuery(java.util.Optional.empty(), WantedFormats.ALL))) {
                while (images.next()) {
                    assertThat(handedOut(stars, Product.at(images.path(), images.held())))
                            .as("searches choose as links do")
                            .isEqualTo(handedOut(stars, product(catalogue, images.path())));
                }
            }
        }
    }

    private static Config configuration(Path folder) throws Exception {
        write(folder, "stars.csv", "file,s_ra,s_dec", "a/1.fits,1,2", "b/2.fits,3,4");
        write(folder, "mirror.csv", "path,key,size,etag", "a/1.fits,stars/one.fits,2880,x-1", "z/3.fits,,1,");
        return Lenticular.read(write(folder, "lenticular.yaml", CONFIG));
    }

    private static Path write(Path folder, String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static Product product(Catalogue catalogue, String path) {
        return catalogue.product("stars", path).orElseThrow();
    }

    private static Map<String, String> handedOut(Served stars, Product product) {
        Map<String, String> addresses = new java.util.HashMap<>();
        for (String source : List.of("main", "some", "mirror", "none")) {
            Choice choice =
                    stars.copies().choose(product, stars.copies().wanted(List.of(source)), "https://here.example");
            addresses.put(source, String.valueOf(choice.text()));
        }
        return addresses;
    }
}
