package org.lenticular.catalogue.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.LoadContract;
import org.lenticular.query.ImageQuery;
import org.sqlite.JDBC;

/** The embedded engine keeps the contract of loads, and its folder in order. */
class SqliteLoadTest extends LoadContract {
    @Override
    protected CatalogueStore store(Path folder, Duration queryTime, LongSupplier nanoTime) {
        return new SqliteStore(folder, queryTime, 64, nanoTime);
    }

    @Test
    void aLoadThatIsClosedUnfinishedLeavesNoFiles() throws IOException {
        publish(writer -> writer.image(image(1, "a", null)));
        List<String> before = files();
        try (CatalogueWriter writer = store().write(STARS)) {
            writer.image(image(1, "b", null));
            assertThat(files()).hasSizeGreaterThan(before.size());
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theLoadBeforeTheServedOneIsKeptForReadersAndOlderOnesAreNot() throws IOException {
        for (int i = 0; i < 4; i++) {
            publish(writer -> writer.image(image(1, "a", null)));
        }
        assertThat(files().stream().filter(file -> file.endsWith(".sqlite"))).hasSize(2);
    }

    @Test
    void aLoadThatWasKilledLeavesTheOldOneServedAndTheNextLoadCleansUp() throws Exception {
        publish(writer -> writer.image(image(1, "old", null)));
        List<String> before = files();
        Process load = LoadThatHangs.start(folder(), STARS);
        try {
            assertThatThrownBy(() -> store().write(STARS))
                    .as("one load at a time, also of several processes")
                    .hasMessageContaining("another load of stars is running");
        } finally {
            load.destroyForcibly().waitFor();
        }
        assertThat(files()).as("killed, it left its files").hasSizeGreaterThan(before.size());
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).containsExactly("old");
        }
        try (CatalogueWriter writer = store().write(STARS)) {
            writer.image(image(1, "new", null));
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aLoadThatWasRefusedDoesNotLetGoOfTheLockOfTheRunningOne() throws Exception {
        try (CatalogueWriter running = store().write(STARS)) {
            assertThatThrownBy(() -> store().write(STARS)).hasMessageContaining("another load");
            assertThatThrownBy(() -> LoadThatHangs.start(folder(), STARS))
                    .as("a third, of another process")
                    .hasMessageContaining("another load of stars is running");
            running.publish(COLUMNS, Set.of(), "running");
        }
        assertThat(store().inputs(STARS)).contains("running");
    }

    @Test
    void aFileOfAnotherVersionCountsAsNotLoaded() throws Exception {
        publish(writer -> writer.image(image(1, "a", null)));
        try (Connection connection = JDBC.createConnection(JDBC.PREFIX + served(), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        assertThat(store().inputs(STARS)).isEmpty();
        try (Catalogue catalogue = store().open()) {
            assertTransient(
                    () -> catalogue.table(STARS),
                    "the collection stars is not loaded: that goes on, or is still to be done (load), or has failed, and the log says why");
            publish(writer -> writer.image(image(1, "b", null)));
            assertThat(found(catalogue, everything())).containsExactly("b");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingStaysOpen() throws IOException, SQLException {
        publish(writer -> {
            writer.image(image(1, "a", null));
            writer.image(image(2, "b", null));
            writer.product("d", product("a", "#this"));
        });
        Catalogue catalogue = store().open();
        Images unread = catalogue.search(STARS, everything());
        Images late = catalogue.search(STARS, bestOfEach());
        assertThat(found(catalogue, everything())).hasSize(2);
        publish(writer -> writer.image(image(1, "c", null)));
        after(Duration.ofSeconds(2));
        assertThat(found(catalogue, everything())).containsExactly("c");
        unread.close();
        unread.close();
        catalogue.close();
        assertThat(openFiles()).as("of the stream that is still read").hasSize(1);
        late.close();
        assertThatThrownBy(() -> {
                    try (CatalogueWriter writer = store().write(STARS)) {
                        writer.image(image(1, "d", null));
                        throw new IOException("a table that breaks off");
                    }
                })
                .hasMessage("a table that breaks off");
        assertThat(openFiles()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onceClosedNothingIsOpenedAgain() throws IOException {
        publish(writer -> {
            writer.image(image(1, "a", null));
            writer.image(image(2, "b", null));
        });
        Catalogue catalogue = store().open();
        Images running = catalogue.search(STARS, everything());
        catalogue.close();
        assertThat(rest(running)).as("what runs may finish").containsExactly("a", "b");
        running.close();
        for (String collection : List.of(STARS, "galaxies")) {
            assertTransient(() -> catalogue.table(collection), "the service is stopping");
            assertTransient(() -> catalogue.search(collection, everything()), "the service is stopping");
            assertTransient(() -> catalogue.datasets(collection, List.of("a")), "the service is stopping");
            assertTransient(() -> catalogue.product(collection, "a"), "the service is stopping");
        }
        assertThat(openFiles()).isEmpty();
    }

    @Test
    void anInterruptEndsAPublicationWhileItArrangesRows() throws IOException {
        publish(writer -> writer.image(image(1, "old", null)));
        assertThatThrownBy(() -> publish(writer -> {
                    for (int i = 0; i < 1000; i++) {
                        writer.image(image(i, "new " + i, "CIRCLE " + i * 0.3 + " 0 1"));
                    }
                    writer.settle();
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("loading was interrupted");
        assertThat(Thread.interrupted()).as("still set, for those above").isTrue();
        try (Catalogue catalogue = store().open()) {
            assertThat(found(catalogue, everything())).containsExactly("old");
        }
    }

    @Test
    void asManyQueriesOfTheDatabaseRunAtATimeAsTheOperatorAllows() throws IOException {
        publish(writer -> writer.image(image(1, "a", null)));
        Duration wait = Duration.ofMillis(50);
        try (Catalogue catalogue = new SqliteStore(folder(), wait, 2).open();
                Images one = catalogue.search(STARS, bestOfEach())) {
            Images two = catalogue.search(STARS, bestOfEach());
            assertTransient(() -> catalogue.search(STARS, bestOfEach()), "too many queries are running");
            assertTransient(() -> catalogue.datasetsOf(STARS, List.of("d")), "too many queries are running");
            assertThat(found(catalogue, everything()))
                    .as("images need no session")
                    .containsExactly("a");
            try (Datasets datasets = catalogue.datasets(STARS, List.of("a"))) {
                assertThat(datasets.next()).as("nor do datasets").isNotNull();
                assertThat(datasets.image()).isPresent();
            }
            assertThat(catalogue.product(STARS, "a")).as("nor products").isPresent();
            two.close();
            catalogue.search(STARS, bestOfEach()).close();
            assertThat(rest(one)).containsExactly("a");
        }
    }

    /** Asks the database whether a dataset has an image of a better format. */
    private static ImageQuery bestOfEach() {
        return formats(List.of(), List.of("image/jpeg", "image/fits"));
    }

    private List<String> openFiles() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(SqliteLoadTest::target)
                    .filter(target -> target.startsWith(folder().toString()))
                    .toList();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return ""; // the handle by which the folder was listed
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve(STARS))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path served() throws IOException {
        return new Folder(folder().resolve(STARS)).current().orElseThrow();
    }
}
