package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What astronomers do with STILTS, and with TOPCAT's windows, which run the same code: search around each position of a table of their own, by SIA 1.0
 * and 2.0, and read an answer of any form that STIL knows.
 */
@ExtendWith(SharedServer.class)
final class StiltsSearchIT {
    private static final String POSITIONS = """
            place,ra,dec
            rbs,181.29,39.347
            ngc,182.6357,39.4058
            sky,10,10
            """;

    private static final List<String> CHANDRA = List.of(
            "rbs,ivo://nasa.heasarc/chanmaster?15158/acisf15158N003_cntr_img2.fits",
            "rbs,ivo://nasa.heasarc/chanmaster?15158/acisf15158N003_cntr_img2.jpg");

    private static final List<String> TESS = List.of(
            "rbs,ivo://org.example/tess?tess2020063205921-s0022-2-3",
            "rbs,ivo://org.example/tess?tess2022070213852-s0049-2-3",
            "ngc,ivo://org.example/tess?tess2022070213852-s0049-2-3",
            "sky,ivo://org.example/tess?tess2021245105900-s0042-2-2",
            "sky,ivo://org.example/tess?tess2021271115859-s0043-1-3");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<String> around(RunningServer server, String service, String address, String... more)
            throws IOException {
        Path positions = Files.writeString(folder.resolve("positions.csv"), POSITIONS);
        Path found = folder.resolve("found.csv");
        List<String> words = new ArrayList<>(List.of(
                "coneskymatch",
                "in=" + positions,
                "servicetype=" + service,
                "serviceurl=" + server.address(address),
                "ra=ra",
                "dec=dec",
                "sr=0.05",
                "find=all",
                "ocmd=keepcols \"place obs_publisher_did\"",
                "ofmt=csv",
                "out=" + found));
        words.addAll(List.of(more));
        List<String> said = Stilts.run(words.toArray(String[]::new));
        assertThat(said)
                .as("STILTS advises against any search of many positions")
                .allMatch(line -> line.startsWith("WARNING: "));
        List<String> lines = Files.readAllLines(found);
        return lines.subList(1, lines.size());
    }

    @Test
    @DisplayName("coneskymatch servicetype=sia2: all collections around each position")
    void sia2(RunningServer server) throws IOException {
        List<String> all = new ArrayList<>(CHANDRA);
        all.addAll(TESS);
        assertThat(around(server, "sia2", "/vo/sia2/query")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(around(server, "sia2", "/vo/sia2/query?COLLECTION=TESS")).containsExactlyInAnyOrderElementsOf(TESS);
        assertThat(around(server, "sia2", "/vo/sia2/query", "dataformat=image/jpeg"))
                .containsExactly(CHANDRA.get(1));
    }

    @Test
    @DisplayName("coneskymatch servicetype=sia: the same images of one collection, by each of its two addresses")
    void sia1(RunningServer server) throws IOException {
        assertThat(around(server, "sia", "/vo/sia/tess/query?")).containsExactlyInAnyOrderElementsOf(TESS);
        assertThat(around(server, "sia", "/vo/sia?table=tess&")).containsExactlyInAnyOrderElementsOf(TESS);
        assertThat(around(server, "sia", "/vo/sia/chanmaster/query?", "dataformat=ALL"))
                .containsExactlyInAnyOrderElementsOf(CHANDRA);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"votable, votable", "votable/td, votable", "votable/b2, votable", "csv, csv", "fits, fits"})
    @DisplayName("tpipe reads each form that STIL knows, and finds the same cells in it")
    void tpipe(String form, String reader, RunningServer server) throws IOException {
        Path found = folder.resolve("found.csv");
        List<String> said = Stilts.run(
                "tpipe",
                "in=" + server.address("/vo/sia2/query?COLLECTION=CHANDRA%20ACIS-I&RESPONSEFORMAT=" + form),
                "ifmt=" + reader,
                "cmd=keepcols \"obs_id access_format s_ra s_dec t_min em_min calib_level access_estsize\"",
                "ofmt=csv",
                "out=" + found);
        assertThat(said).isEmpty();
        assertThat(Files.readAllLines(found))
                .containsExactly(
                        "obs_id,access_format,s_ra,s_dec,t_min,em_min,calib_level,access_estsize",
                        "15158,image/fits,181.29,39.347,56363.8531481481,1.24E-10,3,32447",
                        "15158,image/jpeg,181.29,39.347,56363.8531481481,1.24E-10,3,228059");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"votable", "votable/b2", "fits"})
    @DisplayName("tpipe reads an answer without images as a table without rows")
    void tpipeOfNothing(String form, RunningServer server) {
        assertThat(Stilts.run(
                        "tpipe",
                        "in=" + server.address("/vo/sia2/query?TARGET=nobody&RESPONSEFORMAT=" + form),
                        "ifmt=" + form.replaceAll("/.*", ""),
                        "omode=count"))
                .singleElement()
                .asString()
                .endsWith("rows: 0");
    }

    @Test
    @DisplayName("TOPCAT's SIA window asks for formats by its own words too: what it asks is answered")
    void topcat(RunningServer server) {
        for (String query : List.of(
                "POS=CIRCLE%20181.29%2039.347%200.05&FORMAT=image%2Ffits",
                "REQUEST=query&POS=CIRCLE+181.29+39.347+0.05&FORMAT=image/fits&FORMAT=application/fits",
                "POS=CIRCLE+181.29+39.347+0.05&FORMAT=image/fits&RESPONSEFORMAT=application%2Fx-votable%2Bxml",
                "POS=CIRCLE+181.29+39.347+0.05&FORMAT=image/fits&RESPONSEFORMAT=application%2Fx-votable%2Bxml%3Bserialization%3DBINARY2&MAXREC=100")) {
            assertThat(Stilts.run(
                            "tpipe",
                            "in=" + server.address("/vo/sia2/query?COLLECTION=CHANDRA%20ACIS-I&" + query),
                            "ifmt=votable",
                            "cmd=keepcols obs_publisher_did",
                            "ofmt=csv"))
                    .as(query)
                    .containsExactly("obs_publisher_did", CHANDRA.get(0).substring("rbs,".length()));
        }
    }
}
