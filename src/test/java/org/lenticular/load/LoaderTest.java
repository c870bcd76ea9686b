package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has changed since it was loaded is loaded again, and people see how it goes. */
class LoaderTest {
    private static final String CONFIG = """
            table: t.csv
            sources: { main: {} }
            datasets: { products: [{ path: "{file}", semantics: "#this" }] }
            """;

    private static List<String> missing(Archive archive, String config) throws LoadException {
        return new Loader(archive.store(), Progress.none())
                .loadMissing(archive.config(config)).stream()
                        .map(LoadReport::collection)
                        .toList();
    }

    @Test
    void aCollectionIsLoadedOnce(@TempDir Path folder) throws LoadException {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2");
        assertThat(missing(archive, CONFIG)).containsExactly("c");
        assertThat(missing(archive, CONFIG)).isEmpty();
    }

    @Test
    void anotherTableIsLoadedAnew(@TempDir Path folder) throws LoadException {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2");
        missing(archive, CONFIG);
        archive.table("t.csv", "file,s_ra,s_dec", "b,1,2");
        assertThat(missing(archive, CONFIG)).containsExactly("c");
        assertThat(archive.store().kept("c").cell(0, "file")).isEqualTo("b");
    }

    @Test
    void anotherConfigurationLoadsAnewAndAnotherTitleDoesNot(@TempDir Path folder) throws LoadException {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2");
        missing(archive, CONFIG);
        assertThat(missing(archive, CONFIG + "description: Another\n")).isEmpty();
        assertThat(missing(archive, CONFIG + "columns: { s_fov: 1 deg }\n")).containsExactly("c");
    }

    @Test
    void aLoadThatFailsLeavesWhatWasThere(@TempDir Path folder) throws LoadException {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2");
        missing(archive, CONFIG);
        archive.table("t.csv", "file,s_ra,s_dec", "b,1,99");
        assertThat(archive.refusal(CONFIG)).contains("t.csv row 1");
        assertThat(archive.store().kept("c").cell(0, "file")).isEqualTo("a");
    }

    @Test
    void anInterruptEndsItAndLeavesWhatWasThere(@TempDir Path folder) throws LoadException {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2");
        missing(archive, CONFIG);
        archive.table("t.csv", "file,s_ra,s_dec", "b,1,2");
        Progress interrupting = new Progress() {
            @Override
            public void begin(String collection, long rows) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> new Loader(archive.store(), interrupting).load(archive.config(CONFIG), List.of()))
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(archive.store().kept("c").cell(0, "file")).isEqualTo("a");
    }

    @Test
    void unknownCollectionsAreAnsweredWithTheKnownOnes(@TempDir Path folder) {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2");
        assertThatThrownBy(
                        () -> new Loader(archive.store(), Progress.none()).load(archive.config(CONFIG), List.of("d")))
                .hasMessageContaining("no collection 'd'")
                .hasMessageContaining("known: c");
    }

    @Test
    void progressIsToldRowByRowAndSummedUp(@TempDir Path folder) throws LoadException {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,1,2", "b,1,2");
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void begin(String collection, long rows) {
                told.add(collection + " of " + rows);
            }

            @Override
            public void rows(long done) {
                told.add("" + done);
            }

            @Override
            public void end(LoadReport report) {
                told.add(report.toString().replaceAll("[0-9.,]+ s$", "time"));
            }
        };
        new Loader(archive.store(), progress).load(archive.config(CONFIG), List.of("c"));
        assertThat(told)
                .containsExactly(
                        "c of 2", "1", "2", "c: 2 images, 2 products, 0 left out (no images), 0 bad rows, time");
    }

    @Test
    void linesNameTheRowsAndTheSummary() {
        List<String> lines = new ArrayList<>();
        Progress progress = Progress.lines(lines::add);
        progress.begin("c", 1000);
        progress.rows(256);
        progress.note("t.csv row 1: is bad");
        progress.end(new LoadReport("c", 999, 1200, 0, 1, 3, 0.5));
        assertThat(lines)
                .containsExactly(
                        "c: t.csv row 1: is bad",
                        "c: 999 images, 1,200 products, 0 left out (no images), 1 bad rows, 3 found by no region, 0.5 s");
    }

    @Test
    void theBarIsDrawnAndClosed() {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        BarProgress bar =
                new BarProgress(new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8), "rows");
        bar.begin("c", 10);
        bar.rows(5);
        bar.note("t.csv row 1: is bad");
        bar.end(new LoadReport("c", 9, 9, 0, 1, 0, 0.5));
        assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("50%", "t.csv row 1: is bad", "c: 9 images");
    }
}
