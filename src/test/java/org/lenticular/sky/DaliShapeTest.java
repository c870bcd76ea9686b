package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a region becomes where only numbers of circles and polygons are understood. */
class DaliShapeTest {
    private static Region region(String text) throws RegionProblem {
        return RegionText.parse(text).orElseThrow();
    }

    private static Cap circle(Region region) {
        double[] numbers = Stream.of(DaliShape.circle(region).orElseThrow().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Cap.of(numbers[0], numbers[1], numbers[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON 10 10 11 10 11 11 10 11",
                "POLYGON 359 -1 1 -1 1 1 359 1",
                "POLYGON 0 89 90 89 180 89 270 89",
                "CIRCLE 10 -20 0.5",
                "CIRCLE 10 -20 0.00001",
                "RANGE 10 50 60 80",
                "UNION ICRS (CIRCLE 10 10 1 CIRCLE 20 10 1)",
                "UNION ICRS (POLYGON 10 10 11 10 11 11 10 11 NOT (CIRCLE 10.5 10.5 0.1))",
                "POLYGON 0 -5 80 -5 80 5 0 5"
            })
    void aCircleHoldsTheWholeRegionAndIsNoLargerThanItMust(String text) throws RegionProblem {
        Region region = region(text);
        Cap circle = circle(region);

        assertThat(Relation.covers(circle, region)).as("all of it").isTrue();
        double less = circle.radius() - 0.0001;
        if (less > 0) {
            assertThat(Relation.covers(new Cap(circle.centre(), less), region))
                    .as("a smaller one would do")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSITION 10 10", "CIRCLE 10 10 120", "RANGE 0 360 -90 90"})
    void whatIsOnePlaceOrMostOfTheSkyHasNoCircle(String text) throws RegionProblem {
        assertThat(DaliShape.circle(region(text))).isEmpty();
    }

    @Test
    void aPolygonGoesRoundAsDaliWantsIt() throws RegionProblem {
        String numbers =
                DaliShape.polygon(region("POLYGON 10 10 10 11 11 11 11 10")).orElseThrow();
        double[] each = Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(numbers.split(" ")).contains("10", "11").hasSize(8);

        double turn = (each[2] - each[0]) * (each[5] - each[3]) - (each[3] - each[1]) * (each[4] - each[2]);
        assertThat(turn).as("seen with east to the right, so from outside").isNegative();
        assertThat(Relation.covers(RegionText.polygon(each), region("POLYGON 10 10 10 11 11 11 11 10")))
                .isTrue();
    }

    @Test
    void whatIsNoPolygonOrHasVeryManyVerticesGivesNoVertices() throws RegionProblem {
        assertThat(DaliShape.polygon(region("CIRCLE 10 10 1"))).isEmpty();
        StringBuilder many = new StringBuilder("POLYGON");
        for (int i = 0; i < 100; i++) {
            double angle = Math.toRadians(3.6 * i);
            many.append(' ').append(100 + Math.cos(angle)).append(' ').append(Math.sin(angle));
        }
        assertThat(DaliShape.polygon(region(many.toString()))).isEmpty();
        assertThat(DaliShape.circle(region(many.toString()))).isPresent();
    }
}
