package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.load.MemoryStore.Kept;

/** A source holds the products whose path fits a pattern, and the catalogue needs no room for that. */
class MatchingTest {
    private final Archive archive;

    MatchingTest(@TempDir Path folder) {
        archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec,key", "a/1.fits,1,2,k/1", "b/2.fits,1,2,k/2");
    }

    private Kept load(String source) {
        return archive.load("""
                table: t.csv
                datasets: { products: [{ path: "{file}" }] }
                sources: { main: {}, aws:us-east1: { %s } }
                bad_rows: 0
                """.formatted(source));
    }

    private static Map<String, Held> held(Kept kept, String path) {
        return kept.products(path).get(0).held();
    }

    @Test
    void nothingIsSaidOfAnyProduct() {
        Kept kept = load("holds: { matching: \"a/**\" }");
        assertThat(held(kept, "a/1.fits")).isEmpty();
        assertThat(held(kept, "b/2.fits")).isEmpty();
        assertThat(kept.holders()).containsExactlyInAnyOrder("main", "aws:us-east1");
    }

    @Test
    void aPathIsWhatAFileIsCalledThereAndNotThatItIsThere() {
        Kept kept = load("holds: { matching: \"a/**\" }, path: \"{key}\"");
        assertThat(held(kept, "a/1.fits")).isEqualTo(Map.of("aws:us-east1", Held.at("k/1")));
        assertThat(held(kept, "b/2.fits")).isEmpty();
    }

    @Test
    void aPatternThatNothingFitsIsTold() {
        Kept kept = load("holds: { matching: [\"c/**\", \"*.fits\"] }");
        assertThat(kept.holders()).containsExactly("main");
        assertThat(archive.notes())
                .containsExactly("aws:us-east1 holds nothing: no path fits [c/**, *.fits], such as 'a/1.fits'");
    }

    @Test
    void anotherPatternIsLoadedAnew() throws LoadException {
        String config = """
                table: t.csv
                datasets: { products: [{ path: "{file}" }] }
                sources: { main: {}, aws:us-east1: { holds: { matching: "a/**" } } }
                """;
        Loader loader = new Loader(archive.store(), Progress.none());
        assertThat(loader.loadMissing(archive.config(config))).hasSize(1);
        assertThat(loader.loadMissing(archive.config(config))).isEmpty();
        assertThat(loader.loadMissing(archive.config(config.replace("a/**", "c/**"))))
                .hasSize(1);
    }
}
