package org.lenticular.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.Match;
import org.lenticular.query.WantedFormats;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.sky.RegionText;
import org.lenticular.table.Column;

/** A store of the engine under test in a folder of its own, its clock in the test's hand, and short words for what tests do with it. */
public abstract class CatalogueFixture {
    protected static final String STARS = "stars";
    protected static final Duration QUERY_TIME = Duration.ofSeconds(10);
    protected static final List<StoredColumn> COLUMNS =
            List.of(new StoredColumn(Column.text("name"), "target_name", true));

    private final AtomicLong now = new AtomicLong(1_000_000_000L);
    private final AtomicLong step = new AtomicLong();
    private Path folder = Path.of("");
    private @Nullable CatalogueStore store;

    /** The engine under test, which keeps its catalogues in this folder and asks this clock. */
    protected abstract CatalogueStore store(Path folder, Duration queryTime, LongSupplier nanoTime);

    @BeforeEach
    void openStore(@TempDir Path folder) {
        this.folder = folder;
        this.store = store(folder, QUERY_TIME, this::nanoTime);
    }

    private long nanoTime() {
        return now.addAndGet(step.get());
    }

    protected Path folder() {
        return folder;
    }

    protected CatalogueStore store() {
        return Objects.requireNonNull(store, "it is opened before each test");
    }

    /** Lets time pass. */
    protected void after(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** From now on each look at the clock finds it so much later. */
    protected void everyLookTakes(Duration time) {
        step.set(time.toNanos());
    }

    /** What a load puts in. */
    protected interface Load {
        void into(CatalogueWriter writer) throws IOException;
    }

    protected void publish(Load load) throws IOException {
        publish(STARS, load, "inputs");
    }

    protected void publish(String collection, Load load, String inputs) throws IOException {
        try (CatalogueWriter writer = store().write(collection)) {
            load.into(writer);
            writer.publish(COLUMNS, Set.of("main"), inputs);
        }
    }

    /** An image called by its path, alone in its dataset. */
    protected static ImageRecord image(long row, String path, @Nullable String region) {
        return image(row, path, path, region, "image/fits");
    }

    protected static ImageRecord image(
            long row, String dataset, String path, @Nullable String region, @Nullable String format) {
        return new ImageRecord(
                row,
                Optional.of("ivo://stars/" + path),
                dataset,
                Optional.ofNullable(region).map(CatalogueFixture::region),
                format,
                path,
                Map.of(),
                List.of("the star " + path));
    }

    protected static Region region(String text) {
        try {
            return RegionText.parse(text).orElseThrow();
        } catch (RegionProblem e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    protected static Product product(String path, String semantics) {
        return new Product(path, semantics, null, null, null, null, null, Map.of());
    }

    protected static ImageQuery where(Match match, String region) {
        return new ImageQuery(Optional.of(new ImageQuery.Where(region(region), match)), WantedFormats.ALL);
    }

    protected static ImageQuery formats(List<String> anyOf, List<String> ranked) {
        return new ImageQuery(Optional.empty(), new WantedFormats(false, anyOf, ranked));
    }

    protected static ImageQuery everything() {
        return new ImageQuery(Optional.empty(), WantedFormats.ALL);
    }

    /** The paths of the images found, in order. */
    protected static List<String> found(Catalogue catalogue, ImageQuery query) {
        try (Images images = catalogue.search(STARS, query)) {
            return rest(images);
        }
    }

    /** The paths of what a stream still has. */
    protected static List<String> rest(Images images) {
        List<String> paths = new ArrayList<>();
        while (images.next()) {
            paths.add(images.path());
        }
        return paths;
    }

    protected static List<Dataset> datasets(Catalogue catalogue, List<String> ids) {
        List<Dataset> all = new ArrayList<>();
        try (Datasets datasets = catalogue.datasets(STARS, ids)) {
            for (Dataset each = datasets.next(); each != null; each = datasets.next()) {
                all.add(each);
            }
        }
        return all;
    }

    protected static void assertTransient(Runnable call, String message) {
        FaultException e = catchThrowableOfType(FaultException.class, call::run);
        assertThat(e).as("a fault").isNotNull();
        assertThat(e.fault().word()).isEqualTo(Fault.Word.TRANSIENT);
        assertThat(e.fault().status()).isEqualTo(503);
        assertThat(e.fault().message()).contains(message);
    }
}
