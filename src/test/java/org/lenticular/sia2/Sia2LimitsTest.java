package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.SmallArchive;

/** What an operator lets one request ask for: {@code limits}. */
class Sia2LimitsTest {
    private static Sia2Protocol limited(SmallArchive archive, int ahead) {
        return new Sia2Protocol(
                archive.catalogue(),
                archive.only("stars"),
                new Sia2Protocol.Limits(100, 100, 50, 4, 1, ahead),
                Origin.UNTOLD);
    }

    @Test
    void aPolygonOfMoreVerticesIsRefusedWithTheLimit(@TempDir Path folder) throws IOException {
        try (SmallArchive archive = new SmallArchive(folder)) {
            Sia2Protocol sia2 = limited(archive, 0);
            String four = "POS=POLYGON 0 0 10 0 10 10 0 10";
            assertThat(archive.ask(sia2, "", four, null).status()).isEqualTo(200);
            assertThat(archive.ask(sia2, "", four + " -5 5", null).votable().message())
                    .endsWith("has 5 vertices; the limit of this service is 4");
        }
    }

    @Test
    void moreValuesOfAFacetAreCountedNoMore(@TempDir Path folder) throws IOException {
        try (SmallArchive archive = new SmallArchive(folder)) {
            assertThat(archive.ask(limited(archive, 0), "", "FACETS=format,target", null)
                            .votable()
                            .message())
                    .startsWith("There are more than 1 values of ");
        }
    }

    @Test
    void whereAnAnswerGoesOnIsLookedForOnlyUpToTheLimit(@TempDir Path folder) throws IOException {
        try (SmallArchive archive = new SmallArchive(folder)) {
            assertThat(archive.ask(limited(archive, 1), "", "MAXREC=1", null).headers())
                    .containsKey("Link");
            assertThat(archive.ask(limited(archive, 0), "", "MAXREC=1", null).headers())
                    .doesNotContainKey("Link");
        }
    }
}
