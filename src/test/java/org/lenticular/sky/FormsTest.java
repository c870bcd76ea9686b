package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes, boxes, order and footprints from pixels. */
class FormsTest {

    @Test
    void regionsSurviveBytesExactlyAndTextToADecimalThatNobodySees() throws RegionProblem {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            String kind = Figures.KINDS.get(i % Figures.KINDS.size());
            Region region = new Figures(random).draw(kind).region();
            byte[] bytes = RegionBytes.encode(region);
            byte[] shifted = new byte[bytes.length + 7];
            System.arraycopy(bytes, 0, shifted, 7, bytes.length);
            assertThat(RegionBytes.decode(shifted, 7)).isEqualTo(region);
            Region read = RegionText.parse(RegionText.format(region)).orElseThrow();
            assertThat(Math.sqrt(Sphere.distance2(read.centre(), region.centre())))
                    .as(RegionText.format(region))
                    .isLessThan(1e-9);
            assertThat(read.getClass()).isEqualTo(region.getClass());
        }
    }

    @Test
    void bytesThatAreNoRegionAreRefused() {
        assertThatThrownBy(() -> RegionBytes.decode(new byte[] {99}, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RegionBytes.decode(new byte[] {4, 127, 0, 0, 0}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RegionBytes.decode(new byte[] {1, 0}, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void boxesAreTight() throws RegionProblem {
        Box cap = Box.of(Cap.of(0, 0, 60));
        assertThat(cap.minX()).isCloseTo(0.5, within());
        assertThat(cap.maxX()).isCloseTo(1, within());
        assertThat(cap.maxY()).isCloseTo(Math.sin(Math.PI / 3), within());
        Box bulging = Box.of(Poly.of(0, 40, 80, 40, 80, 60, 0, 60));
        assertThat(bulging.maxZ()).isGreaterThan(Math.sin(Math.toRadians(66)));
        assertThat(bulging.maxZ()).isLessThan(Math.sin(Math.toRadians(67)));
        Box band = Box.of(Rect.of(0, 360, -30, 30));
        assertThat(band.minX()).isCloseTo(-1, within());
        assertThat(band.maxZ()).isCloseTo(0.5, within());
        Box spot = Box.of(Spot.of(90, 0));
        assertThat(spot.maxY() - spot.minY()).isLessThan(1e-11);
        assertThat(Box.of(Cap.of(0, 0, 1)).intersects(Box.of(Cap.of(0, 3, 1)))).isFalse();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-10);
    }

    @Test
    void everySampledPlaceOfARegionIsInItsBox() throws RegionProblem {
        Random random = new Random(6);
        int inside = 0;
        for (int i = 0; i < 3000; i++) {
            Figures figures = new Figures(random);
            Region region =
                    figures.draw(Figures.KINDS.get(i % Figures.KINDS.size())).region();
            Box box = Box.of(region);
            for (int k = 0; k < 20; k++) {
                Region dot = figures.draw("dot").region();
                if (region.contains(dot.centre())) {
                    inside++;
                    assertThat(box.intersects(Box.of(dot)))
                            .as("%s %s", region, dot)
                            .isTrue();
                }
            }
        }
        assertThat(inside).isGreaterThan(10_000);
    }

    @Test
    void neighboursAreNearInOrderAndTheOrderIsSigned() {
        long here = SkyOrder.key(Spot.of(10, 20));
        long near = SkyOrder.key(Spot.of(10.0001, 20.0001));
        long far = SkyOrder.key(Spot.of(200, -40));
        assertThat(Math.abs(here - near)).isLessThan(Math.abs(here / 2 - far / 2) / 1000);
        assertThat(SkyOrder.key(Spot.of(0, 0))).isNegative();
        assertThat(SkyOrder.key(Spot.of(0, -90))).isPositive();
    }

    @Test
    void chandrasImagesAreSquareAndSeventyArcminutesAcross() throws RegionProblem {
        Poly image = Footprint.fromScale(181.29, 39.347, -0.00136666666667, 0.00136666666667, 1024, 1024, 0);
        double half = Math.toDegrees(Math.atan(Math.toRadians(0.00136666666667 * 512)));
        assertThat(image.contains(Spot.of(181.29, 39.347 + half - 1e-6).centre()))
                .isTrue();
        assertThat(image.contains(Spot.of(181.29, 39.347 + half + 1e-6).centre()))
                .isFalse();
        assertThat(Relation.overlaps(image, Rect.around(181.29, 39.347 + half + 0.101, 0.2, 0.2)))
                .isFalse();
        assertThat(Relation.overlaps(image, Rect.around(181.29, 39.347 + half + 0.099, 0.2, 0.2)))
                .isTrue();
        assertThat(image.centre().getDistance(Spot.of(181.29, 39.347).centre())).isLessThan(1e-6);
    }

    @Test
    void aTurnedImageIsTurnedAsCrota2Says() throws RegionProblem {
        Poly strip = Footprint.fromScale(100, 0, -0.01, 0.01, 10, 1000, 30);
        double along = Math.tan(Math.toRadians(4));
        double east = Math.toDegrees(Math.atan(along * Math.sin(Math.toRadians(30))));
        double north = 4 * Math.cos(Math.toRadians(30));
        // CROTA2: CD12 = -CDELT2 sin(CROTA2), so that the second axis leans towards smaller right ascensions.
        assertThat(strip.contains(Spot.of(100 - east, north).centre())).isTrue();
        assertThat(strip.contains(Spot.of(100 + east, north).centre())).isFalse();
    }

    @Test
    void aMatrixAndItsScalesAgreeAndThePixelsEdgesCount() throws RegionProblem {
        Poly one = Footprint.fromCd(0, 90, 50.5, 25.5, -0.1, 0, 0, 0.1, 100, 50);
        Poly other = Footprint.fromScale(0, 90, -0.1, 0.1, 100, 50, 0);
        assertThat(Relation.covers(one, other) && Relation.covers(other, one)).isTrue();
        assertThat(one.contains(Spot.of(77, 90).centre())).isTrue();
        Poly pixel = Footprint.fromCd(10, 0, 1, 1, -1, 0, 0, 1, 1, 1);
        assertThat(pixel.contains(Spot.of(10.49, 0).centre())).isTrue();
        assertThat(pixel.contains(Spot.of(10.51, 0).centre())).isFalse();
    }

    @Test
    void pixelsThatCoverNothingOrTooMuchAreRefused() {
        assertThatThrownBy(() -> Footprint.fromScale(0, 0, -1, 1, 180, 10, 0)).hasMessageContaining("180 degrees");
        assertThatThrownBy(() -> Footprint.fromScale(0, 0, 0, 1, 10, 10, 0)).isInstanceOf(RegionProblem.class);
        assertThatThrownBy(() -> Footprint.fromScale(0, 91, 1, 1, 10, 10, 0)).hasMessageContaining("declination");
        assertThatThrownBy(() -> Footprint.fromScale(Double.NaN, 0, 1, 1, 10, 10, 0))
                .isInstanceOf(RegionProblem.class);
        assertThatThrownBy(() -> Footprint.fromScale(0, 0, 1, 1, 0, 10, 0)).isInstanceOf(RegionProblem.class);
    }
}
