package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report that is not whole, or of something else, is told with file and line, and nothing is loaded from it. */
class BadInventoriesTest {
    private static final String CONFIG = """
            table: t.csv
            datasets: { products: [{ path: "{file}" }] }
            sources: { main: {}, aws:us-east1: { holds: { inventory: Inventory/pail/all/2024-03-03T01-00Z/manifest.json } } }
            """;

    private static final String KEY = "collections.c.sources.aws:us-east1.holds.inventory: ";

    private final Path folder;
    private final Archive archive;

    BadInventoriesTest(@TempDir Path folder) {
        this.folder = folder;
        this.archive = new Archive(folder);
    }

    @BeforeEach
    void images() {
        archive.table("t.csv", "file,s_ra,s_dec", "a.fits,1,2");
    }

    private AwsReport report() {
        return new AwsReport(folder);
    }

    /** What is told of a report without reading its lists, without the folder's name. */
    private List<String> problems() {
        List<String> problems = archive.problems(CONFIG).stream()
                .map(problem -> problem.replace(folder + "/Inventory/pail/all/", "…/"))
                .toList();
        assertThat(archive.refusal(CONFIG)).as("a load tells the same").contains("holds.inventory");
        return problems;
    }

    /** Why the report is not loaded, though its files are of the length that the manifest tells. */
    private String refusal() {
        assertThat(archive.problems(CONFIG)).isEmpty();
        String refusal = archive.refusal(CONFIG);
        assertThat(archive.store().has("c")).isFalse();
        return refusal.replace(folder + "/Inventory/pail/all/", "…/");
    }

    private static String good(int i) {
        return AwsReport.line("p/" + i + ".fits", i, "0cc175b9c0f1b6a831c399e26977266" + i % 10);
    }

    private static String[] lines(int count) {
        return IntStream.range(0, count).mapToObj(BadInventoriesTest::good).toArray(String[]::new);
    }

    @Test
    void ofAnotherBucket() {
        report().ofBucket("bucket").file("one.csv.gz", lines(3)).publish();
        assertThat(problems())
                .containsExactly(KEY
                        + "…/2024-03-03T01-00Z/manifest.json:2 is of the bucket 'bucket', and the source's bucket is 'pail'; name a report of"
                        + " 'pail'");
    }

    @ParameterizedTest
    @CsvSource({"ORC", "Parquet"})
    void inAFormatThatIsNotRead(String format) {
        report().inFormat(format).file("one." + format, new byte[10]).publish();
        assertThat(problems())
                .containsExactly(KEY + "…/2024-03-03T01-00Z/manifest.json:6 says fileFormat '" + format
                        + "', and only CSV is read; let the bucket's inventory be written as CSV");
    }

    @Test
    void withAFileOfAnotherLength() throws IOException {
        AwsReport report = report().file("one.csv.gz", lines(3))
                .file("two.csv.gz", lines(3))
                .publish();
        byte[] whole = Files.readAllBytes(report.data("two.csv.gz"));
        Files.write(report.data("two.csv.gz"), Arrays.copyOf(whole, whole.length - 7));
        assertThat(problems())
                .containsExactly(KEY + "…/data/two.csv.gz has " + (whole.length - 7) + " bytes where the manifest says "
                        + whole.length + ", and so is not whole; fetch it again, or take the next report");
    }

    @Test
    void withAFileThatIsNotThere() throws IOException {
        AwsReport report = report().file("one.csv.gz", lines(3))
                .file("two.csv.gz", lines(3))
                .publish();
        Files.delete(report.data("two.csv.gz"));
        assertThat(problems())
                .containsExactly(KEY
                        + "…/2024-03-03T01-00Z/manifest.json:12 lists Inventory/pail/all/data/two.csv.gz, which is neither beside it nor in"
                        + " such a folder; fetch the report again: manifest.json and all files of its folder data");
    }

    @Test
    void withAFileOutsideOfItsFolders() throws IOException {
        report().file("one.csv.gz", lines(3)).publish();
        Files.writeString(folder.resolve("secret.gz"), "x");
        report().publish("""
                {"sourceBucket": "pail", "fileFormat": "CSV", "fileSchema": "Bucket, Key",
                 "files": [{"key": "x/../../../../secret.gz", "size": 1}]}
                """);
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("manifest.json:2 lists x/../../../../secret.gz, which is neither");
    }

    @Test
    void withEverythingWrongAtOnce() {
        report().publish("""
                {
                  "sourceBucket": "other",
                  "fileFormat": "CSV",
                  "fileSchema": "Size, ETag",
                  "files": [ { "key": "a/one.csv.gz", "size": 3 },
                    { "key": "a/two.csv.gz", "size": 3 } ]
                }
                """);
        assertThat(problems())
                .extracting(
                        problem -> problem.replaceFirst(".*?manifest.json", "").replaceFirst(";.*", ""))
                .containsExactly(
                        ":4 has no column Bucket in its fileSchema",
                        ":4 has no column Key in its fileSchema",
                        ":2 is of the bucket 'other', and the source's bucket is 'pail'",
                        ":5 lists a/one.csv.gz, which is neither beside it nor in such a folder",
                        ":6 lists a/two.csv.gz, which is neither beside it nor in such a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] | manifest.json:1 is no JSON object",
                "{\"sourceBucket\": | manifest.json:1 is no JSON: ",
                "nonsense | manifest.json:1 is no JSON: ",
                "{\"files\": {}} | manifest.json:1 has no list behind files",
                "{\"files\": [1]} | manifest.json:1 has something else than files in its list of files",
                "{\"files\": [{\"size\": 1}]} | manifest.json:1 lists a file without its key",
                "{\"sourceBucket\": \"pail\", \"fileFormat\": \"CSV\", \"fileSchema\": \"Bucket, Key\", \"files\": []} | manifest.json:1 lists no files",
            })
    void aManifestThatIsNone(String manifest, String told) {
        report().publish(manifest);
        assertThat(problems()).singleElement().asString().contains(told);
    }

    @Test
    void aManifestWithoutAnythingInIt() {
        report().publish("{}");
        assertThat(problems())
                .extracting(problem -> problem.replaceFirst(".*?manifest.json", ""))
                .containsExactly(
                        " has no fileFormat, and so is no manifest of S3 Inventory; name the manifest.json of a report",
                        " has no sourceBucket; name a report of 'pail'",
                        " lists no files; fetch the report again: manifest.json and all files of its folder data");
    }

    @Test
    void aManifestThatIsNotTheOneThatItsChecksumIsOf() throws IOException {
        AwsReport report = report().file("one.csv.gz", lines(3)).publish();
        String sum = AwsReport.md5(Files.readAllBytes(report.manifest()));
        Files.writeString(report.manifest().resolveSibling("manifest.checksum"), "0cc175b9c0f1b6a831c399e269772661\n");
        assertThat(problems())
                .containsExactly(
                        KEY
                                + "…/2024-03-03T01-00Z/manifest.json is not what manifest.checksum beside it tells of: its MD5 is "
                                + sum
                                + " and not 0cc175b9c0f1b6a831c399e269772661; fetch the report again: manifest.json and all files of its folder data");
        Files.delete(report.manifest().resolveSibling("manifest.checksum"));
        assertThat(archive.problems(CONFIG)).as("who fetched none").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"pail\",\"p/x\",\"1\",\"t\" | :3: has 4 cells where the manifest's fileSchema has 5; fetch it again",
                "\"pail\",\"p/x\",\"1\",\"t\",\"e\",\"f\" | :3: has 6 cells where the manifest's fileSchema has 5; fetch it again",
                "\"pail\",\"p/x\",\"1\",\"t\",\"e | :3: breaks off within its cell 5; fetch",
                "\"pail\",\"p/x\"y,\"1\",\"t\",\"e\" | :3: has text behind the quote that closes its cell 2; fetch",
                "\"lake\",\"p/x\",\"1\",\"t\",\"e\" | :3: is of the bucket 'lake', and the manifest of 'pail'; fetch",
                "\"pail\",\"p/100%\",\"1\",\"t\",\"e\" | :3: has the key 'p/100%', which is not URL-encoded; fetch",
                "\"pail\",\"p/%E9\",\"1\",\"t\",\"e\" | :3: has the key 'p/%E9', which is not URL-encoded; fetch",
                "\"pail\",\"p/x\",\"1 kB\",\"t\",\"e\" | :3: has the size '1 kB', which is no number of bytes; fetch",
                "\"pail\",\"p/x\",\"-1\",\"t\",\"e\" | :3: has the size '-1', which is no number of bytes; fetch",
                "\"pail\",\"p/x\",\"1\",\"t\",\"e f\" | :3: has the ETag 'e f', which is none; fetch",
            })
    void aLineThatIsNone(String line, String told) {
        report().file("one.csv.gz", good(1), good(2), line, good(4)).publish();
        assertThat(refusal()).startsWith("c was not loaded: …/data/one.csv.gz" + told);
    }

    @Test
    void aFileThatEndsWithinItsCompression() {
        byte[] whole = AwsReport.gzip(String.join("\n", lines(20_000)).getBytes(StandardCharsets.UTF_8));
        report().file("one.csv.gz", lines(3))
                .file("two.csv.gz", Arrays.copyOf(whole, whole.length / 2))
                .publish();
        assertThat(refusal())
                .matches(
                        "c was not loaded: …/data/two.csv.gz:[0-9]{4,5}: ends too early; fetch it again, or take the next report");
    }

    @Test
    void aFileThatIsDamaged() {
        byte[] whole = AwsReport.gzip(String.join("\n", lines(20_000)).getBytes(StandardCharsets.UTF_8));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 100, (byte) 0xFF);
        report().file("one.csv.gz", whole).publish();
        assertThat(refusal())
                .matches("c was not loaded: …/data/one.csv.gz:[0-9]{4,5}: (is damaged|ends|has|is of|breaks).*");
        report().file("one.csv.gz", "this is no gzip".getBytes(StandardCharsets.UTF_8))
                .publish();
        assertThat(refusal()).startsWith("c was not loaded: …/data/one.csv.gz: is no gzip file; fetch it again");
    }

    @Test
    void aFileThatIsAnotherOneOfTheSameLength() throws IOException {
        byte[] whole = stored(good(1), good(2));
        byte[] other = stored(good(1), good(3));
        assertThat(other).hasSameSizeAs(whole);
        AwsReport report = report().file("one.csv.gz", whole).publish();
        Files.write(report.data("one.csv.gz"), other);
        assertThat(refusal())
                .isEqualTo(
                        "c was not loaded: …/data/one.csv.gz: is not the file that the manifest tells of: its MD5 is "
                                + AwsReport.md5(other) + " and not " + AwsReport.md5(whole)
                                + "; fetch it again, or take the next report");
    }

    /** In a gzip file that is not compressed: its length is that of the lines. */
    private static byte[] stored(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        }) {
            gzip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aLineWithoutAnEnd() {
        byte[] endless = new byte[3 << 20];
        Arrays.fill(endless, (byte) 'x');
        report().file("one.csv.gz", AwsReport.gzip(endless)).publish();
        assertThat(refusal()).startsWith("c was not loaded: …/data/one.csv.gz:1: is longer than 1048576 bytes");
    }

    @Test
    void whatWasServedBeforeStays() {
        report().file("one.csv.gz", AwsReport.line("p/a.fits", 1, "e")).publish();
        archive.load(CONFIG);
        report().file("one.csv.gz", "\"pail\"").publish();
        assertThat(archive.refusal(CONFIG)).contains("one.csv.gz:1: has 1 cells");
        assertThat(archive.store().kept("c").products("a.fits").get(0).held()).containsKey("aws:us-east1");
    }
}
