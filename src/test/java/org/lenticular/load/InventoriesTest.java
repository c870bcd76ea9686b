package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.load.MemoryStore.Kept;

/** A bucket holds what its inventory lists, each copy with its size and ETag. */
class InventoriesTest {
    private static final String AWS = "aws:us-east1";
    private static final String MANIFEST = "Inventory/pail/all/2024-03-03T01-00Z/manifest.json";
    private static final String IMAGES = """
            table: t.csv
            datasets: { products: [{ path: "{file}" }] }
            bad_rows: 0
            """;
    private static final String CONFIG =
            IMAGES + "sources: { main: {}, aws:us-east1: { holds: { inventory: " + MANIFEST + " } } }\n";

    private final Path folder;
    private final Archive archive;

    InventoriesTest(@TempDir Path folder) {
        this.folder = folder;
        this.archive = new Archive(folder);
    }

    private void images(String... files) {
        List<String> lines = new ArrayList<>(List.of("file,s_ra,s_dec"));
        for (String file : files) {
            lines.add("\"" + file + "\",1,2");
        }
        archive.table("t.csv", lines.toArray(String[]::new));
    }

    private static Map<String, Held> held(Kept kept, String path) {
        return kept.products(path).get(0).held();
    }

    private static Held copy(long length, String etag) {
        return new Held(true, null, length, etag);
    }

    @Test
    void whatIsListedIsThereAndWhatIsNotIsNot() {
        images("a.fits", "b/c.fits", "lost.fits");
        new AwsReport(folder)
                .file("one.csv.gz", AwsReport.line("p/a.fits", 2880, "e1"), AwsReport.line("p/b/c.fits", 5760, "e2-3"))
                .publish();
        Kept kept = archive.load(CONFIG);
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of(AWS, copy(2880, "e1")));
        assertThat(held(kept, "b/c.fits")).isEqualTo(Map.of(AWS, copy(5760, "e2-3")));
        assertThat(held(kept, "lost.fits")).as("by rule, it holds nothing").isEmpty();
        assertThat(kept.images().get(0).held()).isEqualTo(held(kept, "a.fits"));
        assertThat(kept.holders()).containsExactlyInAnyOrder("main", AWS);
        assertThat(archive.notes()).isEmpty();
    }

    @Test
    void theReadableReportOfTheTests() {
        byte[] lines = AwsReport.gzip(Archive.read("inventory/939c6d46-85a9-4ba8-87bd-9db705a579ce.csv"));
        String manifest = new String(Archive.read("inventory/manifest.json"), StandardCharsets.UTF_8)
                .replace("@size@", "" + lines.length)
                .replace("@md5@", AwsReport.md5(lines));
        AwsReport.write(
                new AwsReport(folder).publish(manifest).data("939c6d46-85a9-4ba8-87bd-9db705a579ce.csv.gz"), lines);
        images(
                "chandra/8/15158/",
                "chandra/8/15158/oif.fits",
                "chandra/8/15158/primary/acisf15158N003_cntr_img2.fits.gz",
                "chandra/8/15158/primary/center image + (café) 100%.jpg",
                "chandra/8/15158/secondary/gone.fits",
                "chandra/9/16237/oif.fits",
                "chandra/9/16238/oif.fits",
                "readme.txt");
        Kept kept = archive.load(CONFIG);
        assertThat(held(kept, "chandra/8/15158/oif.fits"))
                .as("the latest version")
                .isEqualTo(Map.of(AWS, copy(14400, "0cc175b9c0f1b6a831c399e269772661")));
        assertThat(held(kept, "chandra/8/15158/primary/acisf15158N003_cntr_img2.fits.gz"))
                .isEqualTo(Map.of(AWS, copy(1048576, "4a8a08f09d37b73795649038408b5f33-2")));
        assertThat(held(kept, "chandra/8/15158/primary/center image + (café) 100%.jpg"))
                .as("keys are URL-encoded")
                .isEqualTo(Map.of(AWS, copy(65536, "8277e0910d750195b448797616e091ad")));
        assertThat(held(kept, "chandra/8/15158/secondary/gone.fits"))
                .as("a delete marker")
                .isEmpty();
        assertThat(held(kept, "chandra/8/15158/"))
                .as("a directory is the sum of what is in it")
                .isEqualTo(Map.of(AWS, new Held(true, null, 14400L + 1048576 + 65536, null)));
        assertThat(held(kept, "chandra/9/16237/oif.fits"))
                .as("nobody can read it before it is restored")
                .isEmpty();
        assertThat(held(kept, "chandra/9/16238/oif.fits"))
                .as("archived, but read at once")
                .isEqualTo(Map.of(AWS, copy(5760, "8ce4b16b22b58894aa86c421e8759df3")));
        assertThat(held(kept, "readme.txt")).as("outside the prefix").isEmpty();
    }

    @Test
    void aReportIsFoundHoweverItWasCopied() throws IOException {
        images("a.fits");
        AwsReport report = new AwsReport(folder.resolve("copied"))
                .file("one.csv.gz", AwsReport.line("p/a.fits", 1, "e"))
                .publish();
        List<String> manifests = new ArrayList<>();
        manifests.add("copied/" + MANIFEST);
        copy(report.manifest(), "flat/manifest.json");
        copy(report.data("one.csv.gz"), "flat/one.csv.gz");
        manifests.add("flat/manifest.json");
        copy(report.manifest(), "all/2024/manifest.json");
        copy(report.data("one.csv.gz"), "all/data/one.csv.gz");
        manifests.add("all/2024/manifest.json");
        copy(report.manifest(), "renamed/today.json");
        copy(report.data("one.csv.gz"), "renamed/data/one.csv.gz");
        manifests.add("renamed/today.json");
        for (String manifest : manifests) {
            Kept kept = archive.load(CONFIG.replace(MANIFEST, manifest));
            assertThat(held(kept, "a.fits")).as(manifest).isEqualTo(Map.of(AWS, copy(1, "e")));
        }
    }

    private void copy(Path file, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.copy(file, folder.resolve(to));
    }

    @Test
    void anInventoryWithTheLeastColumnsTellsWhatIsThere() {
        images("a.fits", "b.fits");
        new AwsReport(folder, "Bucket, Key")
                .file("one.csv.gz", "\"pail\",\"p/a.fits\"")
                .publish();
        Kept kept = archive.load(CONFIG);
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of(AWS, Held.THERE));
        assertThat(held(kept, "b.fits")).isEmpty();
    }

    @Test
    void aPathBesideItSaysWhatTheKeysAre() {
        archive.table(
                "t.csv",
                "file,s_ra,s_dec,key",
                "a.fits,1,2,k/a",
                "b.fits,1,2,s3://pail/p/k/b",
                "c.fits,1,2,s3://elsewhere/c",
                "d.fits,1,2,k/d",
                "e.fits,1,2,");
        new AwsReport(folder)
                .file(
                        "one.csv.gz",
                        AwsReport.line("p/k/a", 1, "ea"),
                        AwsReport.line("p/k/b", 2, "eb"),
                        AwsReport.line("p/d.fits", 4, "ed"),
                        AwsReport.line("p/e.fits", 5, "ee"))
                .publish();
        Kept kept = archive.load(CONFIG.replace("holds:", "path: \"{key}\", holds:"));
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of(AWS, new Held(true, "k/a", 1L, "ea")));
        assertThat(held(kept, "b.fits")).isEqualTo(Map.of(AWS, new Held(true, "s3://pail/p/k/b", 2L, "eb")));
        assertThat(held(kept, "c.fits"))
                .as("no report of this bucket can have it")
                .isEqualTo(Map.of(AWS, Held.at("s3://elsewhere/c")));
        assertThat(held(kept, "d.fits"))
                .as("its own path is listed, but it is called otherwise")
                .isEmpty();
        assertThat(held(kept, "e.fits")).isEqualTo(Map.of(AWS, copy(5, "ee")));
    }

    @Test
    void productsOfATableAndTheirDirectoriesAreAskedForToo() {
        images("a.fits");
        archive.table(
                "p.csv",
                "dataset,path,semantics,content_type",
                "a.fits,a.fits,#this,",
                "a.fits,extra/,#auxiliary,",
                "a.fits,more,#auxiliary,directory",
                "a.fits,empty/,#auxiliary,");
        new AwsReport(folder)
                .file(
                        "one.csv.gz",
                        AwsReport.line("p/a.fits", 1, "e"),
                        AwsReport.line("p/extra/x", 20, "e"),
                        AwsReport.line("p/extra/y/z", 30, "e"),
                        AwsReport.line("p/extras", 1000, "e"),
                        AwsReport.line("p/more/x", 7, "e"),
                        AwsReport.line("p/empty/", 0, "e"))
                .publish();
        Kept kept = archive.load(CONFIG.replace("products: [{ path: \"{file}\" }]", "id: \"{file}\", products: p.csv")
                + "columns: { access_url: \"{file}\" }\n");
        assertThat(kept.products("a.fits"))
                .extracting(Product::held)
                .containsExactly(
                        Map.of(AWS, copy(1, "e")),
                        Map.of(AWS, new Held(true, null, 50L, null)),
                        Map.of(AWS, new Held(true, null, 7L, null)),
                        Map.of());
    }

    @Test
    void anImageThatNoTableListsKeepsWhatIsKnownOfItsFile() {
        images("a.fits");
        archive.table("p.csv", "dataset,path", "other,b.fits");
        new AwsReport(folder)
                .file("one.csv.gz", AwsReport.line("p/a.fits", 1, "e"))
                .publish();
        Kept kept = archive.load(CONFIG.replace("products: [{ path: \"{file}\" }]", "id: \"{file}\", products: p.csv")
                + "columns: { access_url: \"{file}\" }\n");
        assertThat(held(kept, "a.fits")).isEqualTo(Map.of(AWS, copy(1, "e")));
    }

    @Test
    void ofABigBucketOnlyWhatTheCollectionMayAskForIsKept() {
        images("a.fits", "d/");
        AwsReport report = new AwsReport(folder);
        for (int file = 0; file < 4; file++) {
            int from = file * 5000;
            report.file(
                    file + ".csv.gz",
                    IntStream.range(from, from + 5000)
                            .mapToObj(i -> AwsReport.line("p/" + (i % 100 == 0 ? "d/" : "x/") + i, 1, "e"))
                            .toArray(String[]::new));
        }
        report.file("last.csv.gz", AwsReport.line("p/a.fits", 1, "e")).publish();
        Kept kept = archive.load(CONFIG);
        assertThat(held(kept, "a.fits")).isNotEmpty();
        assertThat(held(kept, "d/")).isEqualTo(Map.of(AWS, new Held(true, null, 200L, null)));
        assertThat(archive.store().listed()).hasSize(201);
    }

    @Test
    void whereItHasNothingOfTheCollectionPeopleAreShownWhatItHas() {
        images("a.fits");
        new AwsReport(folder)
                .file("one.csv.gz", AwsReport.line("p/data/a.fits", 1, "e"))
                .publish();
        Kept kept = archive.load(CONFIG);
        assertThat(kept.holders()).containsExactly("main");
        assertThat(archive.notes())
                .containsExactly(
                        "aws:us-east1 holds nothing: manifest.json lists 'data/a.fits' for one, and asked for was 'a.fits'");
        archive.notes().clear();
        archive.load(CONFIG.replace("holds:", "prefix: q/, holds:"));
        assertThat(archive.notes())
                .containsExactly("aws:us-east1 holds nothing: manifest.json lists nothing at this place");
    }

    @Test
    void anotherReportIsLoadedAnew() throws LoadException, IOException {
        images("a.fits");
        AwsReport report = new AwsReport(folder)
                .file("one.csv.gz", AwsReport.line("p/a.fits", 1, "e"))
                .publish();
        Loader loader = new Loader(archive.store(), Progress.none());
        assertThat(loader.loadMissing(archive.config(CONFIG))).hasSize(1);
        assertThat(loader.loadMissing(archive.config(CONFIG))).isEmpty();
        new AwsReport(folder)
                .file("two.csv.gz", AwsReport.line("p/b.fits", 1, "e"))
                .publish();
        assertThat(loader.loadMissing(archive.config(CONFIG)))
                .as("another manifest")
                .hasSize(1);
        assertThat(held(archive.store().kept("c"), "a.fits")).isEmpty();
        assertThat(loader.loadMissing(archive.config(CONFIG))).isEmpty();
        byte[] spoiled = Files.readAllBytes(report.data("two.csv.gz"));
        spoiled[spoiled.length - 1] ^= 1;
        Files.write(report.data("two.csv.gz"), spoiled);
        assertThat(archive.refusal(CONFIG)).as("another file of it").contains("two.csv.gz");
    }

    @Test
    void anInterruptEndsItsReading() {
        images("a.fits");
        new AwsReport(folder)
                .file(
                        "one.csv.gz",
                        IntStream.range(0, 3000)
                                .mapToObj(i -> AwsReport.line("p/" + i, 1, "e"))
                                .toArray(String[]::new))
                .publish();
        List<Long> read = new ArrayList<>();
        Progress interrupting = new Progress() {
            @Override
            public void begin(String collection, long rows) {
                if (collection.contains("files at")) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void rows(long done) {
                read.add(done);
            }
        };
        assertThatThrownBy(() -> new Loader(archive.store(), interrupting).load(archive.config(CONFIG), List.of()))
                .hasMessage("c was not loaded: loading was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).hasSizeLessThan(2000);
        assertThat(archive.store().has("c")).isFalse();
    }

    @Test
    void readingItIsSeen() throws LoadException {
        images("a.fits");
        new AwsReport(folder)
                .file(
                        "one.csv.gz",
                        IntStream.range(0, 40_000)
                                .mapToObj(i -> AwsReport.line("p/" + i, 1, "e"))
                                .toArray(String[]::new))
                .publish();
        List<String> told = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        new Loader(archive.store(), new Progress() {
                    private long last;

                    @Override
                    public void begin(String collection, long rows) {
                        told.add(collection + " of " + rows);
                        last = 0;
                    }

                    @Override
                    public void rows(long done) {
                        assertThat(done).isEqualTo(++last);
                    }

                    @Override
                    public void expect(long rows) {
                        expected.add(rows);
                    }

                    @Override
                    public void end(LoadReport report) {
                        told.add("end");
                    }
                })
                .load(archive.config(CONFIG), List.of());
        assertThat(told)
                .containsExactly("c, names of its files of 1", "c, files at aws:us-east1 of -1", "c of 1", "end");
        assertThat(expected).hasSize(2).allSatisfy(rows -> assertThat(rows).isBetween(10_000L, 100_000L));
    }
}
