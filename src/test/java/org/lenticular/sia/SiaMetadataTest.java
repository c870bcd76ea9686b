package org.lenticular.sia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.table.VotableDocument;

/** FORMAT=METADATA: what may be asked, each parameter with its range and default, and all that may be answered (SIA 1.0 §6.1). */
class SiaMetadataTest {
    @ParameterizedTest
    @ValueSource(strings = {"FORMAT=METADATA", "format=metadata&VERB=0", "FORMAT=image/fits,METADATA&POS=x"})
    void allParametersAndAllColumnsAndNoRow(String query, @TempDir Path folder) throws IOException {
        VotableDocument answer = ask(folder, "", "table=stars&" + query);
        assertThat(answer.status()).isEqualTo("OK");
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.columns()).hasSize(SmallArchive.COLUMNS.size());
        assertThat(answer.attributes("/VOTABLE/RESOURCE/PARAM[starts-with(@name, 'INPUT:')]", "name"))
                .containsExactly(
                        "INPUT:POS",
                        "INPUT:SIZE",
                        "INPUT:INTERSECT",
                        "INPUT:FORMAT",
                        "INPUT:VERB",
                        "INPUT:MAXREC",
                        "INPUT:RESULTMAX",
                        "INPUT:table",
                        "INPUT:source",
                        "INPUT:RESPONSEFORMAT");
        assertThat(answer.elements("//PARAM[starts-with(@name, 'INPUT:')][not(VALUES)]"))
                .as("each says what it may be")
                .isEmpty();
        assertThat(answer.elements("//PARAM[starts-with(@name, 'INPUT:')][not(DESCRIPTION)]"))
                .isEmpty();
    }

    @Test
    void rangesAndDefaults(@TempDir Path folder) throws IOException {
        VotableDocument answer = ask(folder, "/empty/query", "FORMAT=METADATA");
        assertThat(answer.attributes("//PARAM[@name='INPUT:SIZE']/VALUES/*", "value"))
                .containsExactly("0 0", "360 180");
        assertThat(answer.attributes("//PARAM[@name='INPUT:MAXREC']", "value")).containsExactly("5");
        assertThat(answer.attributes("//PARAM[@name='INPUT:MAXREC']/VALUES/*", "value"))
                .containsExactly("0", "100");
        assertThat(answer.attributes("//PARAM[@name='INPUT:VERB']", "value")).containsExactly("2");
        assertThat(answer.attributes("//PARAM[@name='INPUT:INTERSECT']//OPTION", "value"))
                .containsExactly("COVERS", "ENCLOSED", "CENTER", "OVERLAPS");
        assertThat(answer.attributes("//PARAM[@name='INPUT:table']", "value"))
                .as("the collection that was asked")
                .containsExactly("empty");
        assertThat(answer.attributes("//PARAM[@name='INPUT:table']//OPTION", "value"))
                .containsExactly("stars", "empty", "unloaded");
        assertThat(ask(folder, "/stars/query", "FORMAT=METADATA")
                        .attributes("//PARAM[@name='INPUT:FORMAT']//OPTION", "value"))
                .containsExactly("image/fits", "image/jpeg", "ALL", "GRAPHIC", "GRAPHIC-ALL", "METADATA");
    }

    private static VotableDocument ask(Path folder, String path, String query) throws IOException {
        try (SmallArchive archive = new SmallArchive(folder)) {
            SiaProtocol sia = new SiaProtocol(archive.catalogue(), archive.collections(), 5, 100);
            return archive.ask(sia, path, query, null).votable();
        }
    }
}
