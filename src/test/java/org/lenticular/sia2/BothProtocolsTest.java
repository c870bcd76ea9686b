package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.sia.SiaProtocol;

/** SIA 1.0 and 2.0 answer one question from one catalogue: the same region finds the same images, by the same addresses. */
class BothProtocolsTest {
    @Test
    void aBoxOfTheFirstIsARangeOfTheSecond(@TempDir Path folder) throws IOException {
        try (SmallArchive archive = new SmallArchive(folder)) {
            Protocol sia1 = new SiaProtocol(archive.catalogue(), archive.collections(), 100, 100);
            Protocol sia2 = new Sia2Protocol(
                    archive.catalogue(), archive.only("stars"), new Sia2Protocol.Limits(100, 100, 50), Origin.UNTOLD);
            Random random = new Random(2);
            int found = 0;
            for (int i = 0; i < 300; i++) {
                double ra = random.nextInt(450) / 10.0;
                double dec = random.nextInt(40) / 10.0 - 2;
                double width = random.nextInt(200) / 10.0;
                double height = random.nextInt(20) / 10.0;
                double half = width / 2 / Math.cos(Math.toRadians(dec));
                String range = "RANGE " + (ra - half) + " " + (ra + half) + " " + (dec - height / 2) + " "
                        + (dec + height / 2);
                List<String> first = archive.ask(
                                sia1, "", "table=stars&POS=" + ra + "," + dec + "&SIZE=" + width + "," + height, null)
                        .votable()
                        .column("access_url");
                List<String> second =
                        archive.ask(sia2, "", "POS=" + range, null).votable().column("access_url");
                assertThat(second).as(range).isEqualTo(first);
                found += first.size();
            }
            assertThat(found).as("some of them find something").isGreaterThan(100);
            assertThat(archive.ask(sia1, "", "table=stars&POS=10.2,0.1&SIZE=0", null)
                            .votable()
                            .column("access_url"))
                    .isEqualTo(archive.ask(sia2, "", "POS=CIRCLE 10.2 0.1 0", null)
                            .votable()
                            .column("access_url"))
                    .hasSize(2);
        }
    }
}
