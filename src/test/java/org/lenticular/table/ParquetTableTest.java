package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.fault.FaultException;

/** Parquet as STIL reads it. */
class ParquetTableTest extends FormatContract {
    private final Path folder;

    ParquetTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    Format format() {
        return new ParquetTable();
    }

    @Override
    ReadTable read(byte[] document) throws Exception {
        return ReadTable.ofStil(ParquetReading.table(write(document)));
    }

    @Override
    String held(String text) {
        return legal(text);
    }

    /** The table is written by STIL, for which NaN is no number at all, neither alone nor in an array. */
    @Override
    String heldValue(String value) {
        return value.equals("NaN") ? "" : value;
    }

    @Override
    boolean saysHowRowsEnd() {
        return false;
    }

    private Path write(byte[] document) throws IOException {
        return Files.write(Files.createTempFile(folder, "answer", ".parquet"), document);
    }

    private static byte[] answer(TableDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ParquetTable().write(document, out);
        return out.toByteArray();
    }

    private static Header names() {
        return new Header(List.of(
                Column.text("name"), Column.text("name"), Column.text("size").withUnit("byte")));
    }

    @Test
    void itsFooterHasTheVotablesMetadata() throws Exception {
        Path file = write(answer(table(names(), Rows.of(List.of(List.of("a", "b", "c"))))));
        try (ParquetFileReader reader = ParquetReading.open(file)) {
            Map<String, String> told = reader.getFileMetaData().getKeyValueMetaData();
            assertThat(told).containsEntry("IVOA.VOTable-Parquet.version", "1.0");
            String votable = told.get("IVOA.VOTable-Parquet.content");
            assertThat(votable)
                    .contains("name=\"size\"", "unit=\"byte\"", "name=\"name_2\"")
                    .contains("ivo://ivoa.net/std/SIA")
                    .containsPattern("name=\"QUERY_STATUS\"[^>]*value=\"OK\"");
        }
    }

    @Test
    void rowsAreWrittenInGroupsSoThatNeitherSideHoldsAllOfThem() throws Exception {
        // Nothing that compression could make little of.
        Random random = new Random(5);
        int[] sent = {0};
        Rows rows = cells -> {
            for (int i = 0; i < 3; i++) {
                byte[] noise = new byte[100];
                random.nextBytes(noise);
                cells.text(Base64.getEncoder().encodeToString(noise));
            }
            return sent[0]++ < 60_000;
        };
        Path file = write(answer(table(names(), rows)));
        try (ParquetFileReader reader = ParquetReading.open(file)) {
            assertThat(reader.getRecordCount()).isEqualTo(60_000);
            assertThat(reader.getRowGroups()).hasSizeGreaterThan(1);
            assertThat(reader.getRowGroups())
                    .extracting(BlockMetaData::getCompressedSize)
                    .allMatch(size -> size < 12L * 1024 * 1024);
        }
    }

    @Test
    void itsRowsLeaveNoFileBehindNeitherWhenTheyEndNorWhenTheyBreak() throws Exception {
        List<Path> before = spooled();
        answer(table(names(), Rows.of(List.of(List.of("a", "b", "c")))));
        assertThatThrownBy(() -> answer(table(names(), TestRows.breaking(3, FaultException.unavailable("gone")))))
                .isInstanceOf(FaultException.class);
        assertThat(spooled()).isSubsetOf(before);
    }

    @Test
    void anAnswerTakesNoMoreOfTheDiskThanItMayAndLeavesNothingOfIt() throws Exception {
        List<Path> before = spooled();
        assertThatThrownBy(() -> SpooledRows.of(table(names(), TestRows.different(200_000)), 1_000_000))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("fewer rows with MAXREC");
        assertThat(spooled()).isSubsetOf(before);
        try (SpooledRows few = SpooledRows.of(table(names(), TestRows.different(20)), 1_000_000)) {
            assertThat(few.end().rows()).isEqualTo(20);
        }
    }

    private static List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("lenticular-.*\\.rows"))
                    .toList();
        }
    }
}
