package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.load.MemoryStore.Kept;

/** A source holds what a table lists, by whatever name, with the size and ETag that it gives. */
class HeldTablesTest {
    private static final String IMAGES = """
            table: t.csv
            datasets: { products: [{ path: "{file}" }] }
            bad_rows: 0
            """;

    private final Archive archive;

    HeldTablesTest(@TempDir Path folder) {
        archive = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec", "a.fits,1,2", "b.fits,1,2", "c.fits,1,2", "d/,1,2");
    }

    private static Map<String, Held> held(Kept kept, String path) {
        return kept.products(path).get(0).held();
    }

    private Kept load(String source, String holds) {
        String other = source.equals("main") ? "aws:us-east1: {}" : "main: {}";
        return archive.load(IMAGES + "sources: { " + other + ", " + source + ": { holds: " + holds + " } }\n");
    }

    @Test
    void columnsAreFoundByTheirUsualNames() {
        archive.table("m.csv", "Path,KEY,size,ETag", "a.fits,k/a,2880,abc", "b.fits,,,", "d/,,77,");
        Kept kept = load("aws:us-east1", "{ table: m.csv }");
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of("aws:us-east1", new Held(true, "k/a", 2880L, "abc")));
        assertThat(held(kept, "b.fits")).isEqualTo(Map.of("aws:us-east1", Held.THERE));
        assertThat(held(kept, "c.fits")).isEmpty();
        assertThat(held(kept, "d/")).isEqualTo(Map.of("aws:us-east1", new Held(true, null, 77L, null)));
        assertThat(kept.holders()).containsExactlyInAnyOrder("main", "aws:us-east1");
    }

    @Test
    void aColumnOfKeysIsThePathWhereThereIsNoOther() {
        archive.table("m.csv", "key,bytes", "a.fits,1");
        assertThat(held(load("aws:us-east1", "{ table: m.csv }"), "a.fits"))
                .isEqualTo(Map.of("aws:us-east1", new Held(true, null, 1L, null)));
    }

    @Test
    void templatesSayWhichColumnsTheyAre() {
        archive.table("m.csv", "path,folder,name,n,md5", "no,a,fits,5,abc");
        assertThat(held(
                        load(
                                "aws:us-east1",
                                "{ table: m.csv, path: \"{folder}.{name}\", at: \"{folder}/{name}\", length: \"{n}\", etag: \"{md5}\" }"),
                        "a.fits"))
                .isEqualTo(Map.of("aws:us-east1", new Held(true, "a/fits", 5L, "abc")));
    }

    @Test
    void wholeAddressesAreNamesBehindThePlacesOwn() {
        archive.table(
                "m.csv",
                "path,at",
                "https://mirror.example/x/a.fits,",
                "https://elsewhere.example/x/b.fits,",
                "c.fits,https://elsewhere.example/y/c.fits");
        Kept kept = archive.load(
                IMAGES
                        + "sources: { aws:us-east1: {}, main: { base: \"https://mirror.example/x/\", holds: { table: m.csv } } }\n");
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of("main", Held.THERE));
        assertThat(held(kept, "b.fits")).isEmpty();
        assertThat(held(kept, "c.fits")).isEqualTo(Map.of("main", Held.at("https://elsewhere.example/y/c.fits")));
    }

    @Test
    void aDefaultSourceMayBeListedToo() {
        archive.table(
                "t.csv",
                "file,s_ra,s_dec",
                "https://archive.example/data/a.fits,1,2",
                "b.fits,1,2",
                "https://elsewhere.example/c.fits,1,2");
        archive.table("m.csv", "path,length", "a.fits,1");
        Kept kept = archive.load(IMAGES + "sources: { main: { holds: { table: m.csv } } }\n");
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of("main", new Held(true, null, 1L, null)));
        assertThat(held(kept, "b.fits")).isEmpty();
        assertThat(held(kept, "c.fits"))
                .as("a list of this place says nothing of another's address")
                .isEqualTo(Map.of("main", Held.at("https://elsewhere.example/c.fits")));
    }

    @Test
    void directoriesAreListedWithOrWithoutASlashOrByWhatIsInThem() {
        archive.table("t.csv", "file,s_ra,s_dec,type", "d/,1,2,directory", "e,1,2,directory", "f,1,2,directory");
        archive.table("m.csv", "path,length", "d/x,1", "d/y/z,2", "e,30", "f.fits,1");
        Kept kept = archive.load("""
                table: t.csv
                datasets: { products: [{ path: "{file}", content_type: "{type}" }] }
                sources: { main: {}, aws:us-east1: { holds: { table: m.csv } } }
                bad_rows: 0
                """);
        assertThat(held(kept, "d/")).isEqualTo(Map.of("aws:us-east1", new Held(true, null, 3L, null)));
        assertThat(held(kept, "e")).isEqualTo(Map.of("aws:us-east1", new Held(true, null, 30L, null)));
        assertThat(held(kept, "f")).isEmpty();
    }

    @Test
    void severalTablesAreReadAsOneAndSeenInTheProgress() throws LoadException {
        archive.table("m1.csv", "path,length", "a.fits,1").table("m2.csv", "path,length", "b.fits,2", "x.fits,3");
        Kept kept = load("aws:us-east1", "{ table: \"m?.csv\" }");
        assertThat(held(kept, "a.fits")).isNotEmpty();
        assertThat(held(kept, "b.fits")).isNotEmpty();
    }

    @Test
    void rowsThatCannotBeUsedAreNamedAndCounted() {
        archive.table(
                "m.csv",
                "path,length,etag,at",
                "a.fits,many,,",
                ",1,,",
                "b.fits,-1,,",
                "c.fits,1,a b,",
                "d/,1,,gs://pail/d/",
                "a.fits,1,,",
                "a.fits,2,,");
        LoadReport report = archive.report(IMAGES.replace("bad_rows: 0", "bad_rows: 0.9")
                + "sources: { main: {}, aws:us-east1: { holds: { table: m.csv } } }\n");
        assertThat(report.badRows()).isEqualTo(6);
        assertThat(archive.notes())
                .containsExactly(
                        "m.csv row 1: {length}: 'many' is no number",
                        "m.csv row 2: has no path: a column of {path} is empty",
                        "m.csv row 3: {length}: '-1' is no number of bytes",
                        "m.csv row 4: {etag}: 'a b' is no ETag: blanks and quotes within are not allowed",
                        "m.csv row 5: {at}: 'gs://pail/d/' is at no place of kind s3, which knows http and https and s3",
                        "m.csv row 7: {path}: 'a.fits' is listed already");
        assertThat(archive.refusal(IMAGES + "sources: { main: {}, aws:us-east1: { holds: { table: m.csv } } }\n"))
                .contains("c was not loaded: 6 of the first 7 rows cannot be used", "m.csv row 1: {length}: 'many'");
    }

    @Test
    void whatATableLacksIsToldBeforeAnyRow() {
        archive.table("m.csv", "pfad,groesse", "a.fits,1")
                .table("n.csv", "path", "a.fits")
                .table("o.csv", "file", "a");
        assertThat(archive.problems(IMAGES + """
                sources:
                  main: { holds: { table: m.csv } }
                  aws:us-east1: { holds: { table: n.csv, length: "{size}", etag: "{tag}" } }
                """))
                .containsExactly(
                        "collections.c.sources.main.holds.path: is not there, and none of the table's columns is called path, key, name,"
                                + " file; say which has the paths: path: \"{column}\"; its columns: pfad, groesse",
                        "collections.c.sources.aws:us-east1.holds.length: '{size}' names the column 'size', which the table has not; its"
                                + " columns: path",
                        "collections.c.sources.aws:us-east1.holds.etag: '{tag}' names the column 'tag', which the table has not; its"
                                + " columns: path");
        assertThat(archive.problems(IMAGES + "sources: { main: { holds: { table: [n.csv, o.csv] } } }\n"))
                .singleElement()
                .asString()
                .startsWith("collections.c.sources.main.holds.table: '")
                .contains("has other columns than n.csv: not path, but file");
    }

    @Test
    void anotherTableIsLoadedAnew() throws LoadException {
        String config = IMAGES + "sources: { main: {}, aws:us-east1: { holds: { table: m.csv } } }\n";
        archive.table("m.csv", "path", "a.fits");
        Loader loader = new Loader(archive.store(), Progress.none());
        assertThat(loader.loadMissing(archive.config(config))).hasSize(1);
        assertThat(loader.loadMissing(archive.config(config))).isEmpty();
        archive.table("m.csv", "path", "b.fits");
        assertThat(loader.loadMissing(archive.config(config))).hasSize(1);
        assertThat(held(archive.store().kept("c"), "a.fits")).isEmpty();
        assertThat(loader.loadMissing(archive.config(config.replace("m.csv }", "m.csv, etag: \"{path}\" }"))))
                .hasSize(1);
    }
}
