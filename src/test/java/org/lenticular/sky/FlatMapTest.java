package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.geometry.S2Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions in the plane of longitude and latitude: the same places as on the sphere, seen by another way to ask. */
class FlatMapTest {
    private static FlatMap map(String text) throws RegionProblem {
        return FlatMap.of(RegionText.parse(text).orElseThrow()).orElseThrow();
    }

    /** Whether a point is in a polygon of the plane, by crossings of its rings: in the outer one and in no hole. */
    private static boolean holds(FlatMap map, double longitude, double latitude) {
        return map.polygons().stream().anyMatch(rings -> {
            boolean inside = false;
            for (List<List<Double>> ring : rings) {
                inside ^= isWithin(ring, longitude, latitude);
            }
            return inside;
        });
    }

    private static boolean isWithin(List<List<Double>> ring, double x, double y) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            List<Double> a = ring.get(i - 1);
            List<Double> b = ring.get(i);
            if (a.get(1) > y != b.get(1) > y
                    && x < (b.get(0) - a.get(0)) * (y - a.get(1)) / (b.get(1) - a.get(1)) + a.get(0)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double area(List<List<Double>> ring) {
        double twice = 0;
        for (int i = 1; i < ring.size(); i++) {
            twice += ring.get(i - 1).get(0) * ring.get(i).get(1)
                    - ring.get(i).get(0) * ring.get(i - 1).get(1);
        }
        return twice / 2;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON 10 10 20 10 20 20 10 20",
                "POLYGON 20 10 10 10 10 20 20 20",
                "POLYGON 170 -10 190 -10 190 10 170 10",
                "POLYGON 350 60 10 60 10 80 350 80",
                "POLYGON 0 80 90 80 180 80 270 80",
                "POLYGON 0 -70 120 -70 240 -70",
                "POLYGON 0 90 10 80 40 80",
                "POLYGON 170 0 200 -20 190 0 200 20",
                "POLYGON 175 -30 185 -30 185 30 175 30 175 20 182 0 175 -20",
                "CIRCLE 180 0 5",
                "CIRCLE 0 90 12",
                "CIRCLE 90 -88 5",
                "CIRCLE 40 20 120",
                "RANGE 170 190 -5 5",
                "RANGE 0 360 60 90",
                "RANGE 350 10 -5 5",
                "UNION (CIRCLE 178 0 4 CIRCLE 182 1 4)",
                "CIRCLE 20 85 12",
                "DIFFERENCE (CIRCLE 0 85 20 CIRCLE 0 75 4)",
                "DIFFERENCE (CIRCLE 180 10 10 CIRCLE 180 10 4)",
                "INTERSECTION (CIRCLE 178 0 4 CIRCLE 182 1 4)",
                "UNION (CIRCLE 10 0 1 POLYGON 200 0 201 0 201 1)"
            })
    void itHoldsThePlacesOfTheRegionAndNoOthers(String text) throws RegionProblem {
        Region region = RegionText.parse(text).orElseThrow();
        FlatMap map = map(text);
        for (List<List<List<Double>>> rings : map.polygons()) {
            assertThat(area(rings.get(0))).as("counter-clockwise").isPositive();
            rings.subList(1, rings.size())
                    .forEach(hole -> assertThat(area(hole)).isNegative());
            rings.forEach(ring -> assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1)));
            rings.forEach(ring ->
                    assertThat(ring).allMatch(point -> Math.abs(point.get(0)) <= 180 && Math.abs(point.get(1)) <= 90));
        }
        Random random = new Random(7);
        int inside = 0;
        for (int i = 0; i < 20_000; i++) {
            double longitude = random.nextDouble() * 360 - 180;
            double latitude = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
            boolean isIn = region.contains(Sphere.point(longitude, latitude));
            if (!isNearEdge(region, Sphere.point(longitude, latitude), isIn)) {
                assertThat(holds(map, longitude, latitude))
                        .as("%s: %s %s", text, longitude, latitude)
                        .isEqualTo(isIn);
                inside += isIn ? 1 : 0;
            }
        }
        assertThat(inside).isPositive();
    }

    /** Nearer to an edge than a drawn one may stray. */
    private static boolean isNearEdge(Region region, S2Point place, boolean isIn) {
        for (int i = 0; i < 8; i++) {
            S2Point aside = place.ortho().rotate(place, i * Math.PI / 4);
            if (region.contains(Sphere.unit(place.add(aside.mul(0.005)))) != isIn) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON 170 -10 190 -10 190 10 170 10 | 170 | -170",
                "RANGE 170 190 -5 5 | 170 | -170",
                "POLYGON 10 10 20 10 20 20 10 20 | 10 | 20",
                "POLYGON 0 80 90 80 180 80 270 80 | -180 | 180"
            })
    void itsBoxGoesEastFromItsWestEvenAcrossTheEnds(String text, double west, double east) throws RegionProblem {
        FlatMap map = map(text);
        assertThat(map.box().get(0)).isCloseTo(west, within(1e-6));
        assertThat(map.box().get(2)).isCloseTo(east, within(1e-6));
    }

    @Test
    void smallImagesHaveTheirCornersAndNothingBetween() throws RegionProblem {
        assertThat(map("POLYGON 10 40 10.1 40 10.1 40.1 10 40.1")
                        .polygons()
                        .get(0)
                        .get(0))
                .hasSizeLessThanOrEqualTo(9);
        assertThat(map("POLYGON 10 60 40 60 40 80 10 80").polygons().get(0).get(0))
                .as("great circles are bent")
                .hasSizeBetween(20, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON 0 80 90 80 180 80 270 80",
                "CIRCLE 20 85 12",
                "CIRCLE 40 20 120",
                "DIFFERENCE (CIRCLE 0 85 20 CIRCLE 0 75 4)"
            })
    void aRegionRoundAPoleIsOnePolygonThatIsNotCutInItsMiddle(String text) throws RegionProblem {
        FlatMap map = map(text);
        assertThat(map.polygons()).hasSize(1);
        assertThat(map.polygons().get(0)).hasSize(text.startsWith("DIFFERENCE") ? 2 : 1);
    }

    @Test
    void aPlaceIsAPoint() throws RegionProblem {
        assertThat(map("POSITION 350 20").place()).containsExactly(-10.0, 20.0);
        assertThat(map("POSITION 350 20").box()).containsExactly(-10.0, 20.0, -10.0, 20.0);
    }

    @Test
    void whatIsEmptyHasNoShape() throws RegionProblem {
        assertThat(FlatMap.of(RegionText.parse("INTERSECTION (CIRCLE 10 0 1 CIRCLE 50 0 1)")
                        .orElseThrow()))
                .isEmpty();
    }
}
