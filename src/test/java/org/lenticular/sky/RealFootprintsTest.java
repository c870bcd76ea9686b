package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Footprints as ALMA and TESS publish them. */
class RealFootprintsTest {

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RealFootprintsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Region alma(int row) throws Exception {
        return RegionText.parse(lines("alma.txt").get(row)).orElseThrow();
    }

    private static boolean has(Region region, double ra, double dec) {
        return region.contains(Spot.of(ra, dec).centre());
    }

    @Test
    void anAlmaCircle() throws Exception {
        assertThat(alma(0)).isEqualTo(Cap.of(337.250736, -69.175076, 0.008223));
    }

    @Test
    void anAlmaMosaicOfFourFields() throws Exception {
        Union mosaic = (Union) alma(1);
        assertThat(mosaic.parts()).hasSize(4).allMatch(part -> part instanceof Poly);
        for (Region field : mosaic.parts()) {
            assertThat(mosaic.contains(field.centre())).isTrue();
        }
        assertThat(Relation.overlaps(mosaic, Cap.of(266.45, -28.9, 0.05))).isFalse();
        assertThat(Relation.covers(Cap.of(266.42, -29.01, 0.45), mosaic)).isTrue();
    }

    @Test
    void anAlmaSquare() throws Exception {
        assertThat(((Poly) alma(2)).isConvex()).isTrue();
        assertThat(has(alma(2), 83.83095833, -5.26061944)).isTrue();
    }

    @Test
    void anAlmaFieldWithAHole() throws Exception {
        Difference field = (Difference) alma(3);
        assertThat(has(field, 53.16, -27.785)).isFalse();
        assertThat(has(field, 53.11, -27.81)).isTrue();
        assertThat(Relation.overlaps(field, Cap.of(53.16, -27.785, 0.003))).isFalse();
        assertThat(Relation.overlaps(field, Cap.of(53.16, -27.785, 0.03))).isTrue();
        assertThat(Relation.covers(field, Cap.of(53.16, -27.785, 0.03))).isFalse();
        assertThat(Relation.covers(field, Cap.of(53.11, -27.81, 0.01))).isTrue();
    }

    @Test
    void anAlmaMosaicWithAHoleInEachField() throws Exception {
        Union mosaic = (Union) alma(4);
        assertThat(mosaic.parts()).hasSize(2).allMatch(part -> part instanceof Difference);
        assertThat(has(mosaic, 24.6818, 10.3249)).isFalse();
        assertThat(has(mosaic, 36.46583, 14.45358)).isFalse();
        assertThat(has(mosaic, 24.6818, 10.3200)).isTrue();
        assertThat(has(mosaic, 36.47, 14.45)).isTrue();
    }

    @Test
    void almaFootprintsSurviveTextAndBytes() throws Exception {
        for (int row = 0; row < 5; row++) {
            Region region = alma(row);
            assertThat(RegionBytes.decode(RegionBytes.encode(region), 0)).isEqualTo(region);
            Region again = RegionText.parse(RegionText.format(region)).orElseThrow();
            assertThat(RegionText.format(again)).isEqualTo(RegionText.format(region));
            assertThat(Relation.covers(again, region)).isTrue();
        }
    }

    @Test
    void tessFootprintsHoldTheirMiddleAndTheirPole() throws Exception {
        int poles = 0;
        for (String line : lines("tess.txt")) {
            String[] words = line.split(" ", 4);
            Region image = RegionText.parse(words[3]).orElseThrow();
            assertThat(has(image, Double.parseDouble(words[1]), Double.parseDouble(words[2])))
                    .as(line)
                    .isTrue();
            assertThat(has(image, 0, 90)).as(line).isEqualTo(words[0].equals("north"));
            assertThat(has(image, 0, -90)).as(line).isEqualTo(words[0].equals("south"));
            assertThat(Relation.overlaps(image, Rect.of(0, 0, -90, 90)))
                    .as(line)
                    .isEqualTo(!words[0].equals("plain"));
            assertThat(Box.of(image).intersects(Box.of(Spot.of(0, 90)))).isEqualTo(words[0].equals("north"));
            poles += words[0].equals("north") || words[0].equals("south") ? 1 : 0;
        }
        assertThat(poles).isEqualTo(6);
    }
}
