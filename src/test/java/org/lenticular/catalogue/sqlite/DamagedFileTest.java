package org.lenticular.catalogue.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Images;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.query.Constraint;
import org.lenticular.query.Extent;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.Interval;
import org.lenticular.query.Match;
import org.lenticular.query.Term;
import org.lenticular.query.WantedFormats;
import org.lenticular.sky.Cap;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.slf4j.LoggerFactory;

/** A disk that lost or changed bytes must be a fault that says so: never a crash, an unnamed error, or a service that hangs later. */
class DamagedFileTest {
    private static final String STARS = "stars";
    private static final List<StoredColumn> COLUMNS = List.of(
            new StoredColumn(Column.text("name"), "target_name", true),
            new StoredColumn(Column.scalar("begin", Datatype.DOUBLE), "t_min", true),
            new StoredColumn(Column.scalar("end", Datatype.DOUBLE), "t_max", true));

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(SqliteStore.class.getPackageName());

    private Path root = Path.of("");
    private SqliteStore store = new SqliteStore(root, Duration.ofSeconds(10), 64);
    private Path file = root;
    private byte[] whole = {};

    @BeforeAll
    static void keepQuiet() {
        // Each damage is an error in the log, as it should be; here they are hundreds.
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @BeforeEach
    void load(@TempDir Path folder) throws IOException {
        root = folder;
        store = new SqliteStore(folder, Duration.ofSeconds(10), 64);
        write();
        file = new Folder(folder.resolve(STARS)).current().orElseThrow();
        whole = Files.readAllBytes(file);
    }

    /** Damage the images, in place of the database. */
    private void takeImages() throws IOException {
        file = Folder.imagesOf(file);
        whole = Files.readAllBytes(file);
    }

    /** Damage what can be constrained. */
    private void takeFacts() throws IOException {
        file = Folder.factsOf(file);
        whole = Files.readAllBytes(file);
    }

    private void write() throws IOException {
        try (CatalogueWriter writer = store.write(STARS)) {
            for (int i = 0; i < 200; i++) {
                writer.image(new ImageRecord(
                        i,
                        Optional.of("did " + i),
                        "d" + i,
                        Optional.of(Cap.of(i, 10, 1)),
                        "image/fits",
                        "i" + i,
                        Map.of(),
                        List.of("a cell of some length", "5" + i, "6" + i)));
                writer.product("d" + i, Product.at("i" + i, Map.of()));
            }
            writer.publish(COLUMNS, Set.of("main"), "inputs");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5, 0.9, 0.999})
    void aFileThatWasCutIsATransientFault(double share) throws IOException {
        cut(share);
        Files.write(file, whole);
        takeImages();
        cut(share);
        Files.write(file, whole);
        takeFacts();
        cut(share);
    }

    private void cut(double share) throws IOException {
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));
        try (Catalogue catalogue = store.open()) {
            assertThat(useAll(catalogue)).isNotNull();
        }
    }

    @Test
    void imagesThatAreGoneAreATransientFault() throws IOException {
        takeImages();
        Files.delete(file);
        try (Catalogue catalogue = store.open()) {
            assertThat(useAll(catalogue)).isNotNull();
        }
    }

    @Test
    void bytesThatWereChangedNeverDoWorse() throws IOException {
        change(60);
        Files.write(file, whole);
        takeImages();
        change(120);
        Files.write(file, whole);
        takeFacts();
        change(120);
    }

    private void change(int times) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < times; i++) {
            byte[] bytes = whole.clone();
            int from = random.nextInt(bytes.length);
            random.nextBytes(bytes);
            byte[] damaged = whole.clone();
            System.arraycopy(bytes, from, damaged, from, Math.min(1 + random.nextInt(20_000), bytes.length - from));
            Files.write(file, damaged);
            try (Catalogue catalogue = store.open()) {
                assertThatCode(() -> useAll(catalogue)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void rowsThatCannotBeReadDoNotUseUpTheSessions() throws IOException {
        takeImages();
        byte[] damaged = whole.clone();
        byte[] path = "a cell of some length".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < damaged.length - path.length; i++) {
            if (Arrays.equals(damaged, i, i + path.length, path, 0, path.length)) {
                // The footprint's length, then the kind of region, stand before the row.
                Arrays.fill(damaged, i - 41, i - 36, (byte) 0x7F);
            }
        }
        Files.write(file, damaged);
        try (Catalogue catalogue = store.open()) {
            for (int i = 0; i < 70; i++) {
                assertThat(useAll(catalogue)).isNotNull().contains("the catalogue cannot be read now");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no file at all", "../../../etc/passwd", "a\u0000b.sqlite", "gone.sqlite"})
    void aPointerThatLeadsNowhereIsATransientFaultAndTheNextLoadMendsIt(String pointer) throws IOException {
        Files.writeString(root.resolve(STARS).resolve("current"), pointer);
        try (Catalogue catalogue = store.open()) {
            assertThat(useAll(catalogue)).isNotNull();
            assertThat(store.inputs(STARS)).isEmpty();
            write();
            assertThat(useAll(catalogue)).isNull();
        }
    }

    @Test
    void aFileThatWasDamagedIsReplacedByTheNextLoad() throws IOException {
        Files.write(file, new byte[5000]);
        assertThat(store.inputs(STARS))
                .as("what cannot be read must be loaded again")
                .isEmpty();
        write();
        try (Catalogue catalogue = store.open()) {
            assertThat(useAll(catalogue)).isNull();
        }
    }

    /** Asks for everything; the fault's message, or null where all went well. */
    private static @Nullable String useAll(Catalogue catalogue) {
        try {
            catalogue.table(STARS);
            search(catalogue, new ImageQuery(Optional.empty(), WantedFormats.ALL));
            search(catalogue, where(Match.OVERLAPS, 5));
            search(catalogue, where(Match.COVERS, 100));
            Constraint time = new Constraint.Overlap(Extent.TIME, List.of(new Interval(55, 70)));
            Constraint name = new Constraint.OneOf(Term.TARGET, Set.of("a cell of some length"));
            search(catalogue, new ImageQuery(List.of(), WantedFormats.ALL, List.of(time)));
            search(catalogue, new ImageQuery(List.of(), WantedFormats.ALL, List.of(name)));
            catalogue.count(
                    STARS, new ImageQuery(where(Match.OVERLAPS, 180).anyOf(), WantedFormats.ALL, List.of(time, name)));
            try (Datasets datasets = catalogue.datasets(STARS, List.of("d1", "d150", "none"))) {
                while (datasets.next() != null) {}
            }
            catalogue.product(STARS, "i77");
            return null;
        } catch (FaultException e) {
            assertThat(e.fault().word()).isEqualTo(Fault.Word.TRANSIENT);
            return e.fault().message();
        }
    }

    private static ImageQuery where(Match match, double radius) {
        return new ImageQuery(Optional.of(new ImageQuery.Where(Cap.of(100, 10, radius), match)), WantedFormats.ALL);
    }

    private static void search(Catalogue catalogue, ImageQuery query) {
        try (Images images = catalogue.search(STARS, query)) {
            while (images.next()) {
                images.path();
            }
        }
    }
}
