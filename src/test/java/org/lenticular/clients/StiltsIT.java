package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * STILTS, the astronomers' own validator, reads answers of every kind: {@code votlint} whether each is the VOTable that it
 * says it is, {@code datalinklint} whether links keep to DataLink 1.1. They have nothing to say but what
 * {@link LetThrough} lists. {@code datalinklint} fetches by itself, with the headers of Java, as TOPCAT does.
 */
@ExtendWith(SharedServer.class)
final class StiltsIT {

    @ParameterizedTest(name = "votlint, {0}")
    @CsvSource(delimiter = '|', textBlock = """
            two images           | /vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=1
            few columns          | /vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=1&VERB=0
            all columns          | /vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=1&VERB=3
            no image             | /vo/sia?table=chanmaster&POS=10,10&SIZE=1
            a pole, cut off      | /vo/sia?table=tess&POS=0,90&SIZE=5&MAXREC=3
            SIA metadata         | /vo/sia?table=chanmaster&FORMAT=METADATA
            metadata of TESS     | /vo/sia?table=tess&FORMAT=METADATA
            a mistake in SIA     | /vo/sia?table=chanmaster&POS=here&SIZE=1
            all collections      | /vo/sia2/query?TARGET=RBS1066
            all, with sources    | /vo/sia2/query?POS=CIRCLE%200%2090%205&source=aws:us-east1&MAXREC=3
            the service itself   | /vo/sia2/query?MAXREC=0
            counted              | /vo/sia2/query?FACETS=collection,band,year,source,bytes
            a mistake in SIA 2   | /vo/sia2/query?BAND=2%201
            all in BINARY2       | /vo/sia2/query?TARGET=RBS1066&RESPONSEFORMAT=votable/b2
            links                | /vo/datalink/chanmaster?ID=18244:chandra.obs.img
            links to a bucket    | /vo/datalink/chanmaster?ID=18244:chandra.obs.img&source=aws:us-east1
            an unknown dataset   | /vo/datalink/chanmaster?ID=nothing
            no dataset           | /vo/datalink/chanmaster
            a mistake in links   | /vo/datalink/chanmaster?ID=18244&source=nowhere
            images in BINARY2    | /vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=1&RESPONSEFORMAT=votable/b2
            TESS in BINARY2      | /vo/sia?table=tess&POS=0,90&SIZE=5&MAXREC=3&RESPONSEFORMAT=votable/b2
            links in BINARY2     | /vo/datalink/chanmaster?ID=18244:chandra.obs.img&RESPONSEFORMAT=votable/b2
            no row in BINARY2    | /vo/datalink/chanmaster?RESPONSEFORMAT=votable/b2
            """)
    void isWhatItSays(String what, String address, RunningServer server, @TempDir Path folder) throws Exception {
        Path document = fetch(server, address, folder.resolve("answer.xml"));

        assertThat(Stilts.run("votlint", "maxrepeat=1000", "votable=" + document))
                .as("%s: %s", what, address)
                .filteredOn(line -> !LetThrough.any(EnumSet.of(LetThrough.OLD_UCD, LetThrough.MJD), line))
                .isEmpty();
    }

    @ParameterizedTest(name = "datalinklint, {0}")
    @CsvSource(delimiter = '|', textBlock = """
            links                | /vo/datalink/chanmaster?ID=18244:chandra.obs.img
            links that fall back | /vo/datalink/chanmaster?ID=18244:chandra.obs.img&source=gc
            directories          | /vo/datalink/chanmaster?ID=18244&ID=2487
            an unknown dataset   | /vo/datalink/chanmaster?ID=nothing&ID=18244:chandra.obs.img
            no dataset           | /vo/datalink/chanmaster
            a TESS image         | /vo/datalink/tess?ID=tess2018221072942-s0001-1-1
            """)
    void keepsToDataLink(String what, String address, RunningServer server) {
        assertThat(findings(server, address, EnumSet.of(LetThrough.NEWER_TERM, LetThrough.DIRECTORY)))
                .as("%s: %s", what, address)
                .isEmpty();
    }

    /** What TOPCAT does with a table of positions: a request for each. */
    @Test
    void findsTheImagesOfManyPositionsBySia2(RunningServer server, @TempDir Path folder) throws Exception {
        Path positions = Files.writeString(
                folder.resolve("positions.csv"), "name,ra,dec\nRBS1066,181.29,39.347\nnowhere,250,-20\npole,0,90\n");
        Path found = folder.resolve("found.csv");

        assertThat(Stilts.run(
                        "coneskymatch",
                        "servicetype=sia2",
                        "serviceurl=" + server.address("/vo/sia2/query"),
                        "in=" + positions,
                        "ifmt=csv",
                        "ra=ra",
                        "dec=dec",
                        "sr=0.01",
                        "find=all",
                        "out=" + found,
                        "ofmt=csv"))
                .noneMatch(line -> line.contains("Error"));
        assertThat(Files.readAllLines(found))
                .anyMatch(line -> line.contains("RBS1066") && line.contains("ivo://nasa.heasarc/chanmaster?15158"))
                .anyMatch(line -> line.contains("pole") && line.contains("ivo://org.example/tess?"))
                .noneMatch(line -> line.startsWith("nowhere"));
    }

    @Test
    void hasNothingButTheSchemeToSayOfABucket(RunningServer server) {
        String address = "/vo/datalink/chanmaster?ID=18244:chandra.obs.img&source=aws:us-east1";

        assertThat(findings(server, address, EnumSet.of(LetThrough.NEWER_TERM, LetThrough.BUCKET_ADDRESS)))
                .isEmpty();
    }

    private static List<String> findings(RunningServer server, String address, Set<LetThrough> allowed) {
        return Stilts.run("datalinklint", "report=EWF", "maxrepeat=1000", "votable=" + server.address(address)).stream()
                .filter(line -> !line.startsWith("This is the STILTS") && !line.startsWith("Totals:"))
                .filter(line -> !LetThrough.any(allowed, line))
                .toList();
    }

    /** To a file, since STILTS itself will not read an answer whose status is an error's. */
    private static Path fetch(RunningServer server, String address, Path file)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address(address)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofFile(file))
                .body();
    }
}
